using System.Text.Json.Nodes;

namespace CachingLab.Notebooks;

/// <summary>An immutable cell of a notebook. Content that is not understood is preserved.</summary>
public sealed class Cell
{
    private readonly JsonObject? written;

    internal Cell(string? id, string type, string source, CellSpan? span, JsonObject? json)
    {
        Id = id;
        Type = type;
        Source = source;
        Span = span;
        written = json;
    }

    /// <summary>The cell's id, or null when the file has none.</summary>
    public string? Id { get; }

    /// <summary><c>code</c>, <c>markdown</c> or <c>raw</c>; other values are preserved.</summary>
    public string Type { get; }

    /// <summary>The text, with LF between lines.</summary>
    public string Source { get; }

    /// <summary>Whether it is a code cell.</summary>
    public bool IsCode => Type == "code";

    /// <summary>The cell's position in the file that it was read from; null once anything but its source was changed.</summary>
    internal CellSpan? Span { get; }

    internal bool SourceChanged => Span is not null && !ReferenceEquals(Source, Span.Source);

    /// <summary>A new code cell without outputs.</summary>
    public static Cell Code(string? id, string source) => Create(id, "code", source);

    public static Cell Markdown(string? id, string source) => Create(id, "markdown", source);

    /// <summary>A copy of the cell's JSON, with the current source.</summary>
    public JsonObject ToJson()
    {
        if (written is not null)
            return (JsonObject)written.DeepClone();
        JsonObject json = Span!.Document.ReadCell(Span);
        if (SourceChanged)
            SetSource(json, Source);
        return json;
    }

    /// <summary>A copy of the cell with another source.</summary>
    public Cell WithSource(string source)
    {
        source = CellText.WithLineFeeds(source);
        if (source == Source)
            return this;
        if (Span is not null)
            return new(Id, Type, source == Span.Source ? Span.Source : source, Span, null);
        JsonObject json = ToJson();
        SetSource(json, source);
        return new(Id, Type, source, null, json);
    }

    /// <summary>A copy of the cell with another id; null removes it.</summary>
    public Cell WithId(string? id)
    {
        if (id == Id)
            return this;
        JsonObject json = ToJson();
        if (id is null)
            json.Remove("id");
        else
            JsonText.SetInOrder(json, "id", id);
        return new(id, Type, Source, null, json);
    }

    /// <summary>A copy of the code cell with a copy of nbformat's list of outputs, and the number that front ends show beside the cell, or null.</summary>
    public Cell WithOutputs(JsonArray outputs, int? executionCount) =>
        WithProperty("outputs", outputs.DeepClone()).WithProperty("execution_count", executionCount);

    internal Cell WithProperty(string name, JsonNode? value)
    {
        JsonObject json = ToJson();
        JsonText.SetInOrder(json, name, value);
        return new(Id, Type, Source, null, json);
    }

    internal static Cell Create(string? id, string type, string source, JsonObject? metadata = null)
    {
        source = CellText.WithLineFeeds(source);
        var json = new JsonObject { ["cell_type"] = type };
        if (type == "code")
            json["execution_count"] = null;
        if (id is not null)
            json["id"] = id;
        json["metadata"] = metadata ?? [];
        if (type == "code")
            json["outputs"] = new JsonArray();
        json["source"] = new JsonArray();
        SetSource(json, source);
        return new(id, type, source, null, json);
    }

    private static void SetSource(JsonObject json, string source)
    {
        JsonNode value = json["source"] is JsonValue
            ? JsonValue.Create(source)
            : new JsonArray([.. CellText.SourceLines(source).Select(l => (JsonNode)JsonValue.Create(l))]);
        JsonText.SetInOrder(json, "source", value);
    }
}
