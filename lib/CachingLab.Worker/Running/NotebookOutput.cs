using CachingLab.Worker.Protocol;

namespace CachingLab.Worker.Running;

/// <summary>Shows outputs of cells in the headless runner. The library finds this type by its name.</summary>
public static class NotebookOutput
{
    /// <summary>The target of outputs during the run of a notebook; null during an exam.</summary>
    internal static CellOutputs? Current { get; set; }

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
