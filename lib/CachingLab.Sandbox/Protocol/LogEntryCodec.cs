using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Sandbox.Protocol;

/// <summary>Log entries as bytes.</summary>
internal static class LogEntryCodec
{
    // A field is a byte or two in a message and an object here: unbounded, few messages would fill the grader's memory.
    private const int MostFields = 1_000;
    private const byte Nothing = 0, Text = 1, Number = 2, Flag = 3;

    public static void Write(WireWriter to, LogEntry entry)
    {
        to.Number((int)entry.Level);
        to.TextOrNull(entry.EventName);
        to.Text(entry.Message);
        to.Number(entry.Fields.Count);
        foreach (LogField field in entry.Fields)
            Write(to, field);
        to.TextOrNull(entry.Exception);
    }

    public static LogEntry Read(WireReader from)
    {
        (var level, string? name, string message) = ((LogLevel)from.Number(), from.TextOrNull(), from.Text());
        int count = from.Count();
        if (count > MostFields)
            throw new InvalidDataException($"a log entry of {count:N0} fields");
        var fields = new LogField[count];
        for (int i = 0; i < fields.Length; i++)
            fields[i] = ReadField(from);
        return new LogEntry(level, name, message, fields, from.TextOrNull());
    }

    private static void Write(WireWriter to, LogField field)
    {
        to.Text(field.Name);
        switch (field.Value)
        {
            case string text:
                to.Byte(Text);
                to.Text(text);
                break;
            case double number:
                to.Byte(Number);
                to.Real(number);
                break;
            case bool flag:
                to.Byte(Flag);
                to.Flag(flag);
                break;
            default:
                to.Byte(Nothing);
                break;
        }
    }

    private static LogField ReadField(WireReader from) => new(from.Text(), from.Byte() switch
    {
        Nothing => null,
        Text => from.Text(),
        Number => from.Real(),
        Flag => from.Flag(),
        var other => throw new InvalidDataException($"no field of kind {other}"),
    });
}
