using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CachingLab.Notebooks.Releases;

namespace CachingLab.Notebooks.Tests;

/// <summary>A small course, and files as front ends write them.</summary>
internal static class Samples
{
    public const string Answer = "string MakeCacheKey(LlmRequest request)\n{\n    return \"k\" + request.Model;\n}";

    public static Dictionary<string, string> Declares { get; } = new() { ["ex-cache-key"] = "MakeCacheKey", ["ex-should-cache"] = "ShouldCache" };

    public static Notebook Solution { get; } = Notebook.Create("01-cache-key",
    [
        Cell.Markdown("title", "# A key for every request\n\nCafé, 漢, 😀: about 10 minutes."),
        Cell.Code("setup", "#!import ../lib/setup.csx"),
        Cell.Code("usings", "using System;\nusing CachingLab;"),
        Cell.Markdown("story", "Two prompts were glued together, and one customer read the other's answer."),
        Cell.Code(
            "ex-cache-key",
            "// TODO: turn every field of the request into one short, safe key.\n"
            + "string MakeCacheKey(LlmRequest request)\n{\n    // <solution>\n    //| throw new NotImplementedException(\"TODO: write MakeCacheKey.\");\n"
            + "    // Why: every field counts.\n    return request.ToString();\n    // </solution>\n}"),
        Cell.Code("check-cache-key", "Check.CacheKey(MakeCacheKey);"),
        Cell.Markdown("recap", "What did you see, and what would you tell a colleague?"),
    ]);

    public static Notebook Pristine { get; } = Release.Make(Solution);

    public static Notebook Two { get; } = Notebook.Create("06-cache-policy",
    [
        Cell.Code("setup", "#!import ../lib/setup.csx"),
        Cell.Code("ex-cache-key", "string MakeCacheKey(LlmRequest request)\n{\n    throw new NotImplementedException();\n}"),
        Cell.Code("check-cache-key", "Check.CacheKey(MakeCacheKey);"),
        Cell.Code("ex-should-cache", "bool ShouldCache(LlmRequest request)\n{\n    throw new NotImplementedException();\n}"),
        Cell.Code("check-should-cache", "Check.ShouldCache(ShouldCache);"),
    ]);

    /// <summary>The pristine notebook as a file, changed cell by cell.</summary>
    public static Notebook Learner(params (string Id, string Source)[] changes)
    {
        Notebook notebook = FromBytes(NotebookWriter.ToCanonicalBytes(Pristine));
        return notebook.WithCells(notebook.Cells.Select(c => changes.FirstOrDefault(x => x.Id == c.Id) is { Source: not null } change ? c.WithSource(change.Source) : c));
    }

    public static Notebook FromBytes(byte[] bytes, string name = "01-cache-key.ipynb") => NotebookReader.Parse(bytes, name);

    public static Notebook Insert(this Notebook notebook, int at, params Cell[] cells) =>
        notebook.WithCells([.. notebook.Cells.Take(at), .. cells, .. notebook.Cells.Skip(at)]);

    /// <summary>As Verso saves: new ids, one text a source.</summary>
    public static Notebook AsVerso(Notebook notebook)
    {
        var json = new JsonObject
        {
            ["verso"] = "1.0",
            ["metadata"] = new JsonObject { ["defaultKernel"] = "csharp" },
            ["cells"] = new JsonArray([.. notebook.Cells.Select(c => (JsonNode)new JsonObject
            {
                ["id"] = Guid.NewGuid().ToString(), ["type"] = c.Type, ["language"] = c.IsCode ? "csharp" : "markdown", ["source"] = c.Source,
            })]),
        };
        return FromBytes(JsonSerializer.SerializeToUtf8Bytes(json), "01-cache-key.verso");
    }

    /// <summary>As an nbformat 4.2 tool saves: no ids, indent 2, sources as one text.</summary>
    public static Notebook WithoutIds(Notebook notebook)
    {
        var json = (JsonObject)JsonNode.Parse(NotebookWriter.ToCanonicalBytes(notebook))!;
        json["nbformat_minor"] = 2;
        foreach (JsonNode? cell in (JsonArray)json["cells"]!)
        {
            ((JsonObject)cell!).Remove("id");
            cell["source"] = string.Concat(((JsonArray)cell["source"]!).Select(l => (string)l!));
        }

        return FromBytes(JsonSerializer.SerializeToUtf8Bytes(json, Indented));
    }

    public static string Text(Notebook notebook) => Encoding.UTF8.GetString(NotebookWriter.ToBytes(notebook));

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
}
