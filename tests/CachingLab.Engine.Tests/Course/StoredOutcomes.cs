using System.Text.Json.Nodes;
using CachingLab.Cli.Kernels;
using CachingLab.Engine.Tests.Engines;
using CachingLab.Notebooks;
using CachingLab.Worker.Protocol;

namespace CachingLab.Engine.Tests.Course;

/// <summary>What came of the cells of a notebook, as a program stored it in a file.</summary>
internal static class StoredOutcomes
{
    /// <summary>Reads a notebook file. Some engines give the cells other ids: a cell is the one in its place.</summary>
    /// <param name="file">The file.</param>
    /// <param name="ran">The notebook that ran.</param>
    public static IReadOnlyList<CellOutcome> OfNotebook(string file, Notebook ran) =>
        [.. NotebookReader.Read(file).Cells.Where(c => c.IsCode).Zip(ran.Cells.Where(c => c.IsCode), (stored, its) => Outcome(its.Id!, stored.ToJson()["outputs"]!.AsArray()))];

    /// <summary>Reads what <c>verso run --output json</c> writes: each cell of the notebook in its place, the texts among them.</summary>
    /// <param name="file">The file.</param>
    /// <param name="ran">The notebook that ran.</param>
    public static IReadOnlyList<CellOutcome> OfVerso(string file, Notebook ran)
    {
        JsonArray stored = JsonNode.Parse(File.ReadAllText(file))!["cells"]!.AsArray();
        return [.. stored.Zip(ran.Cells).Where(c => c.Second.IsCode).Select(c => OfVerso(c.Second.Id!, c.First!["outputs"]!.AsArray()))];
    }

    private static CellOutcome OfVerso(string id, JsonArray outputs)
    {
        JsonNode? error = outputs.FirstOrDefault(o => (bool?)o!["isError"] is true);
        return new CellOutcome(
            id,
            [.. outputs.Where(o => o != error).Select(o => EngineForms.Output(OutputKind.Shown, [new((string)o!["mimeType"]!, (string)o["content"]!)]))],
            (string?)error?["content"]);
    }

    private static CellOutcome Outcome(string id, JsonArray outputs)
    {
        JsonNode? error = outputs.FirstOrDefault(o => (string?)o!["output_type"] == "error");
        return new CellOutcome(id, [.. outputs.Where(o => o != error).Select(o => Of(o!))], (string?)error?["evalue"]);
    }

    private static CellOutput Of(JsonNode output) => (string?)output["output_type"] == "stream"
        ? new CellOutput(OutputKind.Printed, Joined(output["text"]!))
        : EngineForms.Output(OutputKind.Shown, output["data"]!.AsObject().Select(f => KeyValuePair.Create(f.Key, Joined(f.Value!))));

    private static string Joined(JsonNode text) => text is JsonArray lines ? string.Concat(lines.Select(l => (string?)l)) : (string)text!;
}
