using System.Text.Json.Nodes;

namespace CachingLab.Notebooks;

/// <summary>A notebook as read from a file, or made; it never changes, and what is not understood is kept.</summary>
public sealed class Notebook
{
    private readonly JsonObject? _header;

    internal Notebook(string name, NotebookFormat format, int minor, IReadOnlyList<Cell> cells, NotebookDocument? document, JsonObject? header)
    {
        Name = name;
        Format = format;
        Minor = minor;
        Cells = cells;
        Document = document;
        _header = header;
    }

    /// <summary>The file's name without folder and extension; empty when it is not known.</summary>
    public string Name { get; }

    /// <summary>How it is stored.</summary>
    public NotebookFormat Format { get; }

    /// <summary>The minor version of nbformat 4; from 5 on every cell has an id.</summary>
    public int Minor { get; }

    /// <summary>The cells from top to bottom.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>The bytes that the notebook was read from; empty when it was made.</summary>
    public ReadOnlyMemory<byte> Original => Document?.Bytes ?? ReadOnlyMemory<byte>.Empty;

    internal NotebookDocument? Document { get; }

    internal bool HeaderChanged => _header is not null;

    /// <summary>A new notebook: nbformat 4.5 with the course's metadata.</summary>
    /// <param name="name">The file's name without folder and extension.</param>
    /// <param name="cells">Its cells.</param>
    public static Notebook Create(string name, IEnumerable<Cell> cells) =>
        new(name, NotebookFormat.Ipynb, 5, [.. cells], null, StandardMetadata.Header());

    /// <summary>The first cell with an id, or null.</summary>
    public Cell? Find(string id) => Cells.FirstOrDefault(c => c.Id == id);

    /// <summary>A copy of the notebook's metadata.</summary>
    public JsonObject MetadataJson() => HeaderJson()["metadata"]?.DeepClone() as JsonObject ?? [];

    /// <summary>The notebook with other cells; everything else stays as it is.</summary>
    public Notebook WithCells(IEnumerable<Cell> cells) => new(Name, Format, Minor, [.. cells], Document, _header);

    /// <summary>The notebook with one cell replaced.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <param name="cell">What comes in its place.</param>
    public Notebook WithCell(int index, Cell cell) => WithCells(Cells.Select((c, i) => i == index ? cell : c));

    /// <summary>Everything but the cells; the property <c>cells</c> is there as null, to keep its place.</summary>
    internal JsonObject HeaderJson() => (JsonObject)(_header?.DeepClone() ?? Document!.ReadHeader());

    internal Notebook WithMinor(int minor)
    {
        if (minor == Minor)
            return this;
        JsonObject header = HeaderJson();
        header["nbformat_minor"] = minor;
        return new(Name, Format, minor, Cells, Document, header);
    }
}

/// <summary>How a notebook is stored.</summary>
public enum NotebookFormat
{
    /// <summary>Jupyter's nbformat 4, <c>.ipynb</c>.</summary>
    Ipynb,

    /// <summary>Verso's own format, <c>.verso</c>.</summary>
    Verso,
}
