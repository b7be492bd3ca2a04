using CachingLab.Exams;
using CachingLab.Worker.Calls;
using CachingLab.Worker.Protocol;

namespace CachingLab.Worker.Running;

/// <summary>Uses the code that every exam needs once, without any effect, so that the runtime has compiled it before an answer arrives.</summary>
internal static class Warmup
{
    /// <summary>Writes and reads values of an exam, creates the proxies that calls need, and throws once, because a process's first exception is slow.</summary>
    public static void Do(Connection parent)
    {
        object[] values =
        [
            new CellProgram([new CompiledCell("c", 1, new byte[1], [], [])], 1, []), new List<LlmRequest> { new("m", "s", "u"), new ExtendedLlmRequest("m", "s", "u") },
            new LogEntry(0, "n", "m", [new LogField("f", 1.0)], null), new WireError(["E"], "m", 1, 1),
        ];
        foreach (object value in values)
        {
            var to = new WireWriter();
            Shape shape = Shape.Of(value.GetType());
            shape.Write(to, value, parent.Objects);
            shape.Read(new WireReader(to.ToFrame()[sizeof(int)..]), parent.Objects, 0);
        }

        foreach (Type type in (Type[])[typeof(ILlmClient), typeof(ILlmCache), typeof(ILogSink)])
            RemoteObject.Create(parent, ObjectTable.Root, RemoteInterface.Of(type));
        try
        {
            throw new NotSupportedException();
        }
        catch (NotSupportedException e)
        {
            WorkErrors.Describe(e, null);
        }
    }
}
