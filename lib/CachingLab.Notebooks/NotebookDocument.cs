using System.Text.Json;
using System.Text.Json.Nodes;

namespace CachingLab.Notebooks;

/// <summary>The bytes that a notebook was read from, and the positions of its cells.</summary>
internal sealed class NotebookDocument(ReadOnlyMemory<byte> bytes, int bom)
{
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>The length of the byte order mark: 0 or 3.</summary>
    public int Bom { get; } = bom;

    public FileStyle Style { get; } = FileStyle.Of(bytes.Span[bom..]);

    /// <summary>The position of the opening bracket of the list of cells.</summary>
    public int CellsStart { get; set; }

    /// <summary>The position after the closing bracket of the list of cells.</summary>
    public int CellsEnd { get; set; }

    public IReadOnlyList<Cell> Cells { get; set; } = [];

    public JsonObject ReadCell(CellSpan span)
    {
        Utf8JsonReader reader = JsonTree.Reader(Bytes.Span[span.Start..span.End]);
        reader.Read();
        return (JsonObject)JsonTree.Read(ref reader)!;
    }

    /// <summary>The whole object, with null in place of the cells.</summary>
    public JsonObject ReadHeader()
    {
        Utf8JsonReader reader = JsonTree.Reader(Bytes.Span[Bom..]);
        var header = new JsonObject();
        reader.Read();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            string name = JsonTree.Text(ref reader);
            reader.Read();
            if (name == "cells")
            {
                header[name] = null;
                JsonTree.Skip(ref reader);
            }
            else
            {
                header[name] = JsonTree.Read(ref reader);
            }
        }

        return header;
    }
}

/// <summary>The position of a cell in the file that it was read from, in bytes; ends are exclusive.</summary>
internal sealed class CellSpan(NotebookDocument document, int start, int end, int sourceStart, int sourceEnd, string source)
{
    public NotebookDocument Document { get; } = document;

    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>Where the value of <c>source</c> begins, or -1 when the cell has none.</summary>
    public int SourceStart { get; } = sourceStart;

    public int SourceEnd { get; } = sourceEnd;

    /// <summary>The source as it was read.</summary>
    public string Source { get; } = source;
}
