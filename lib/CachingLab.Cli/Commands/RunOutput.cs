using CachingLab.Grading.Runs;
using CachingLab.Worker.Protocol;

namespace CachingLab.Cli.Commands;

/// <summary>Writes what the cells of one notebook show as it comes, and keeps a status line up to date while nothing does.</summary>
/// <param name="cells">The notebook's cells.</param>
/// <param name="output">Where outputs go.</param>
/// <param name="status">Says which cell runs.</param>
internal sealed class RunOutput(NotebookCells cells, TextWriter output, RunStatus status) : IRunProgress
{
    private readonly Lock gate = new();
    private string? headed;
    private bool inLine;

    /// <summary>The cell that runs, or ran last; null before the first.</summary>
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

            // In the middle of a line a status would be part of what the cell prints.
            if (!inLine)
                status.Return();
        }
    }

    /// <summary>Nothing more comes.</summary>
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
