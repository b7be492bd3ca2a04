using System.Text;
using Spectre.Console;

namespace CachingLab.Cli.Tests;

/// <summary>A terminal of a given width that keeps what is written.</summary>
internal sealed class TestConsole : IAnsiConsoleOutput
{
    public TestConsole(int width, bool terminal = true)
    {
        Width = width;
        IsTerminal = terminal;
        Console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = this });
    }

    public IAnsiConsole Console { get; }

    public TextWriter Writer { get; } = new StringWriter();

    public bool IsTerminal { get; }

    public int Width { get; }

    public int Height => 24;

    public string Text => Writer.ToString()!.ReplaceLineEndings("\n");

    public void SetEncoding(Encoding encoding)
    {
        // Text stays text.
    }
}
