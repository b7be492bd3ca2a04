using System.Text.Json.Nodes;
using CachingLab.Execution;
using CachingLab.Notebooks;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Cli;

/// <summary>Between a notebook's cells and what the runner takes and gives.</summary>
internal static class NotebookCells
{
    /// <summary>The code cells in order; one without an id is named by its place.</summary>
    public static IEnumerable<SourceCell> Code(Notebook notebook) =>
        notebook.Cells.Select((cell, index) => (cell, index)).Where(c => c.cell.IsCode)
            .Select(c => new SourceCell(IdOf(c.cell, c.index), c.cell.Source));

    /// <summary>The notebook with the outputs of a run in its code cells, numbered in the order they ran.</summary>
    public static Notebook WithOutputs(Notebook notebook, IReadOnlyList<CellRun> runs)
    {
        Dictionary<string, CellRun> byId = runs.ToDictionary(r => r.Cell);
        int count = 0;
        return notebook.WithCells(notebook.Cells.Select((cell, index) =>
            cell.IsCode && byId.TryGetValue(IdOf(cell, index), out CellRun? run) ? WithOutputs(cell, run, ++count) : cell));
    }

    private static string IdOf(Cell cell, int index) => cell.Id ?? $"cell-{index + 1}";

    private static Cell WithOutputs(Cell cell, CellRun run, int count)
    {
        JsonArray outputs = [.. run.Outputs.Select(o => Output(o, count))];
        if (run.Problem is { } problem)
        {
            outputs.Add(new JsonObject
            {
                ["ename"] = problem.Code.Length > 0 ? problem.Code : "Error",
                ["evalue"] = problem.Message,
                ["output_type"] = "error",
                ["traceback"] = new JsonArray(problem.ToString()),
            });
        }

        return cell.WithOutputs(outputs, count);
    }

    private static JsonObject Output(WireOutput output, int count)
    {
        if (output.Kind is OutputKind.Printed)
            return new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = output.Text };
        var data = new JsonObject { ["text/plain"] = output.Text };
        if (output.Html is not null)
            data["text/html"] = output.Html;
        var json = new JsonObject { ["data"] = data, ["metadata"] = new JsonObject() };
        if (output.Kind is OutputKind.Value)
            json["execution_count"] = count;
        json["output_type"] = output.Kind is OutputKind.Value ? "execute_result" : "display_data";
        return json;
    }
}
