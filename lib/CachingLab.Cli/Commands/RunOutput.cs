using CachingLab.Grading.Runs;
using CachingLab.Worker.Protocol;

namespace CachingLab.Cli.Commands;

/// <summary>Writes the outputs of a notebook's cells as they arrive, and shows a status line in between.</summary>
/// <param name="cells">The notebook's cells.</param>
/// <param name="output">The writer for the outputs.</param>
/// <param name="status">The status line, which shows the running cell.</param>
internal sealed class RunOutput(NotebookCells cells, TextWriter output, RunStatus status) : IRunProgress
{
    private readonly Lock gate = new();
    private string? headed;
    private bool inLine;

    /// <summary>The cell that is running or ran last; null before the first.</summary>
    public string? Running { get; private set; }

    public void Started(string cell)
    {
        lock (gate)
        {
            EndLine();
            Running = cell;
            status.Show($"running cell {cells.NumberOf(cell)} of {cells.Count}: {cells.TitleOf(cell)}");
        }
    }

    public void Shown(string cell, CellOutput output)
    {
        lock (gate)
        {
            status.Hide();
            if (headed != cell)
            {
                EndLine();
                Write($"-- {cells.TitleOf(cell)}\n");
                headed = cell;
            }

            if (output.Kind is not OutputKind.Printed)
                EndLine();
            Write(output.Text);
            if (output.Kind is not OutputKind.Printed)
                EndLine();

            // In the middle of a line, the status would mix with the cell's output.
            if (!inLine)
                status.Return();
        }
    }

    /// <summary>Ends the output.</summary>
    public void End()
    {
        lock (gate)
        {
            status.Hide();
            EndLine();
        }
    }

    private void EndLine()
    {
        if (inLine)
            Write("\n");
    }

    private void Write(string text)
    {
        if (text.Length == 0)
            return;
        output.Write(text);
        output.Flush();
        inLine = text[^1] != '\n';
    }
}
