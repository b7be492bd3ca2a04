using System.Text.Json.Nodes;

namespace CachingLab.Notebooks;

/// <summary>An immutable notebook, read from a file or created. Content that is not understood is preserved.</summary>
public sealed class Notebook
{
    private readonly JsonObject? header;

    internal Notebook(string name, NotebookFormat format, int minor, IReadOnlyList<Cell> cells, NotebookDocument? document, JsonObject? header)
    {
        Name = name;
        Format = format;
        Minor = minor;
        Cells = cells;
        Document = document;
        this.header = header;
    }

    /// <summary>The file's name without folder and extension; empty when it is not known.</summary>
    public string Name { get; }

    public NotebookFormat Format { get; }

    /// <summary>The minor version of nbformat 4; from 5 on every cell has an id.</summary>
    public int Minor { get; }

    /// <summary>The cells from top to bottom.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>The bytes that the notebook was read from; empty when it was created.</summary>
    public ReadOnlyMemory<byte> Original => Document?.Bytes ?? ReadOnlyMemory<byte>.Empty;

    internal NotebookDocument? Document { get; }

    internal bool HeaderChanged => header is not null;

    /// <summary>Creates a notebook in nbformat 4.5 with the course's metadata.</summary>
    public static Notebook Create(string name, IEnumerable<Cell> cells) =>
        new(name, NotebookFormat.Ipynb, 5, [.. cells], null, StandardMetadata.Header());

    /// <summary>The first cell with an id, or null.</summary>
    public Cell? Find(string id) => Cells.FirstOrDefault(c => c.Id == id);

    /// <summary>The index of the first cell with an id; -1 when there is none, or the id is null.</summary>
    public int IndexOf(string? id)
    {
        for (int i = 0; id is not null && i < Cells.Count; i++)
        {
            if (Cells[i].Id == id)
                return i;
        }

        return -1;
    }

    /// <summary>A copy of the notebook's metadata.</summary>
    public JsonObject MetadataJson() => HeaderJson()["metadata"]?.DeepClone() as JsonObject ?? [];

    /// <summary>A copy of the notebook with other cells.</summary>
    public Notebook WithCells(IEnumerable<Cell> cells) => new(Name, Format, Minor, [.. cells], Document, header);

    /// <summary>A copy of the notebook with one cell replaced.</summary>
    /// <param name="index">The index of the cell.</param>
    /// <param name="cell">The new cell.</param>
    public Notebook WithCell(int index, Cell cell) => WithCells(Cells.Select((c, i) => i == index ? cell : c));

    /// <summary>The notebook's JSON without the cells. The property <c>cells</c> is null, to keep its position.</summary>
    internal JsonObject HeaderJson() => (JsonObject)(header?.DeepClone() ?? Document!.ReadHeader());

    internal Notebook WithMinor(int minor)
    {
        if (minor == Minor)
            return this;
        JsonObject header = HeaderJson();
        header["nbformat_minor"] = minor;
        return new(Name, Format, minor, Cells, Document, header);
    }
}

/// <summary>The format of a notebook's file.</summary>
public enum NotebookFormat
{
    /// <summary>Jupyter's nbformat 4, <c>.ipynb</c>.</summary>
    Ipynb,

    /// <summary>Verso's own format, <c>.verso</c>.</summary>
    Verso,
}

/// <summary>The metadata that every course notebook carries, and that VS Code leaves as it is.</summary>
public static class StandardMetadata
{
    /// <summary>A new copy of the metadata.</summary>
    public static JsonObject Create() => new()
    {
        ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
        ["language_info"] = new JsonObject
        {
            ["file_extension"] = ".cs",
            ["mimetype"] = "text/x-csharp",
            ["name"] = "csharp",
            ["pygments_lexer"] = "csharp",
        },
    };

    internal static JsonObject Header() => new() { ["cells"] = null, ["metadata"] = Create(), ["nbformat"] = 4, ["nbformat_minor"] = 5 };
}
