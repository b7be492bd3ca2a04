namespace CachingLab.Cli.Tests;

/// <summary>Presses Ctrl+C, so to speak, as soon as it reads a word.</summary>
internal sealed class StoppingWriter(string word) : StringWriter
{
    private readonly CancellationTokenSource stop = new();

    public CancellationToken Stopped => stop.Token;

    public override void Write(string? value)
    {
        base.Write(value);
        if (value?.Contains(word, StringComparison.Ordinal) == true)
            stop.Cancel();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stop.Dispose();
        base.Dispose(disposing);
    }
}
