[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace CachingLab.Tests;

/// <summary>Collects what is printed while it lives; tests run one after the other for its sake.</summary>
internal sealed class ConsoleText : IDisposable
{
    private readonly StringWriter text = new();

    private readonly Action restore;

    public ConsoleText()
    {
        TextWriter before = Console.Out;
        restore = () => Console.SetOut(before);
        Console.SetOut(text);
    }

    public override string ToString() => text.ToString().ReplaceLineEndings("\n");

    public void Dispose()
    {
        restore();
        text.Dispose();
    }
}
