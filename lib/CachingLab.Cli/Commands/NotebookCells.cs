using System.Text.Json.Nodes;
using CachingLab.Grading.Runs;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;
using CachingLab.Worker.Protocol;

namespace CachingLab.Cli.Commands;

/// <summary>Converts between a notebook's cells and the cells and outputs of the runner.</summary>
internal sealed class NotebookCells
{
    private readonly Notebook notebook;

    // Front ends copy ids with cells, and old files have none, so every code cell gets a unique id here.
    private readonly Dictionary<string, int> indexOf = [];
    private readonly Dictionary<string, EngineLines> code = [];

    /// <param name="notebook">The notebook.</param>
    /// <param name="forEngine">Whether a notebook engine runs it, which takes each cell as it is.</param>
    public NotebookCells(Notebook notebook, bool forEngine)
    {
        this.notebook = notebook;
        foreach ((int index, Cell cell) in notebook.Cells.Index().Where(c => c.Item.IsCode))
        {
            string wanted = cell.Id ?? $"cell-{index + 1}", id = wanted;
            for (int copy = 2; !indexOf.TryAdd(id, index); copy++)
                id = $"{wanted}-{copy}";
            code[id] = forEngine ? new EngineLines(cell.Source, []) : EngineLines.OfCell(cell.Source, $"the cell {TitleOf(id)}");
        }
    }

    /// <summary>How many code cells there are.</summary>
    public int Count => indexOf.Count;

    /// <summary>The code cells in order.</summary>
    public IEnumerable<SourceCell> Code => code.Select(c => new SourceCell(c.Key, c.Value.Source));

    /// <summary>What is left out because only a notebook engine understands it, a line each.</summary>
    public IEnumerable<string> Notes => code.SelectMany(c => c.Value.Notes);

    /// <summary>The number of a code cell, counted from 1.</summary>
    public int NumberOf(string id) => indexOf.Keys.TakeWhile(k => k != id).Count() + 1;

    /// <summary>The title of a cell: the heading above it, which editors show, and its id.</summary>
    public string TitleOf(string id) => CellPlace.Heading(notebook, indexOf[id]) is { } heading ? $"{heading} ({id})" : id;

    /// <summary>A copy of the notebook with the outputs of a run, numbered in the order of the run.</summary>
    public Notebook WithOutputs(IReadOnlyList<CellRun> runs)
    {
        Dictionary<int, (CellRun Run, int Number)> ran = runs.Index().ToDictionary(r => indexOf[r.Item.Cell], r => (r.Item, r.Index + 1));
        return notebook.WithCells(notebook.Cells.Select((cell, index) =>
            ran.TryGetValue(index, out (CellRun Run, int Number) its) ? WithOutputs(cell, its.Run, its.Number) : cell));
    }

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

    private static JsonObject Output(CellOutput output, int count)
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
