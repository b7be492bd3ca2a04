using CachingLab.Exams;

namespace CachingLab.Sandbox.Protocol;

/// <summary>A structured field as data: at most one of the values is there.</summary>
public sealed record WireLogField(string Name, string? Text = null, double? Number = null, bool? Flag = null)
{
    public static WireLogField Of(LogField field) => field.Value switch
    {
        string text => new WireLogField(field.Name, Text: text),
        double number => new WireLogField(field.Name, Number: number),
        bool flag => new WireLogField(field.Name, Flag: flag),
        _ => new WireLogField(field.Name),
    };

    public LogField ToField() => new(Name, Text ?? (Number is { } number ? number : Flag is { } flag ? flag : (object?)null));
}
