using CachingLab.Worker.Protocol;

namespace CachingLab.Worker.Running;

/// <summary>Where cells of the headless runner show things. The library finds it by its name.</summary>
public static class NotebookOutput
{
    /// <summary>Where outputs go while a notebook runs; null while an exam does.</summary>
    internal static CellOutputs? Current { get; set; }

    /// <summary>Shows something rich, with its plain text.</summary>
    public static void Show(string html, string text) => Add(new CellOutput(OutputKind.Shown, text, html));

    internal static void Add(CellOutput? output)
    {
        if (output is null)
            return;
        if (Current is { } outputs)
            outputs.Add(output);
        else
            Console.WriteLine(output.Text);
    }
}
