using CachingLab.Worker.Protocol;

namespace CachingLab.Worker.Running;

/// <summary>What the headless runner offers to cells, as the notebook engines offer theirs.</summary>
public static class NotebookOutput
{
    /// <summary>Where outputs go while a notebook runs; null while an exam does.</summary>
    internal static CellOutputs? Current { get; set; }

    /// <summary>Shows something rich, with its plain text.</summary>
    public static void Show(string html, string text)
    {
        if (Current is { } outputs)
            outputs.Add(new CellOutput(OutputKind.Shown, text, html));
        else
            Console.WriteLine(text);
    }

    /// <summary>Shows any value, as every engine's <c>.Display()</c> does.</summary>
    public static void Display(this object? value)
    {
        if (Current is { } outputs)
            outputs.Add(new CellOutput(OutputKind.Shown, ValueText.Of(value)));
        else
            Console.WriteLine(ValueText.Of(value));
    }
}
