using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace CachingLab.Notebooks;

/// <summary>Parses one file. Checks all of it and records the position of each cell.</summary>
internal sealed class NotebookParser(string path, ReadOnlyMemory<byte> bytes)
{
    public const string Empty = "the file is empty";
    private const int MaxCells = 10_000;

    private readonly NotebookDocument document = new(bytes, bytes.Span.StartsWith("\uFEFF"u8) ? 3 : 0);
    private readonly List<Cell> cells = [];
    private string? cellsProblem = "it has no list of cells";
    private bool verso;
    private bool worksheets;
    private long? major;
    private long? minor;

    /// <exception cref="NotebookFormatException">The file is not a notebook.</exception>
    /// <exception cref="JsonException">The file is not JSON.</exception>
    public Notebook Parse()
    {
        CheckText();
        Utf8JsonReader reader = JsonTree.Reader(bytes.Span[document.Bom..]);
        reader.Read();
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            Skip(ref reader);
            throw NotANotebook("it is not a JSON object");
        }

        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            string name = JsonTree.Text(ref reader);
            reader.Read();
            ReadProperty(ref reader, name);
        }

        while (reader.Read())
        {
            // The reader throws when anything follows the object.
        }

        CheckVersion();
        if (cellsProblem is not null)
            throw NotANotebook(cellsProblem);
        document.Cells = cells;
        return new(Path.GetFileNameWithoutExtension(path), verso ? NotebookFormat.Verso : NotebookFormat.Ipynb, (int)(minor ?? 0), cells, document, null);
    }

    public static NotebookFormatException NotJson(string path, ReadOnlySpan<byte> file, JsonException e)
    {
        ReadOnlySpan<byte> text = file.StartsWith("\uFEFF"u8) ? file[3..] : file;
        int line = (int)(e.LineNumber ?? 0);
        int start = 0;
        for (int i = 0; i < line; i++)
            start += text[start..].IndexOf((byte)'\n') + 1;
        int length = (int)Math.Clamp(e.BytePositionInLine ?? 0, 0, text.Length - start);
        int column = Encoding.UTF8.GetCharCount(text.Slice(start, length)) + 1;
        int cut = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string what = (cut < 0 ? e.Message : e.Message[..cut]).TrimEnd('.').ReplaceLineEndings(" ");
        if (start + length >= text.TrimEnd(" \t\r\n"u8).Length)
            what = "the file ends in the middle, as one that was saved or copied only in part";
        bool conflict = text.StartsWith("<<<<<<< "u8) || text.IndexOf("\n<<<<<<< "u8) >= 0;
        string hint = conflict ? " (the file holds the marks of a git merge conflict: keep one side of each)" : "";
        return new(path, $"not JSON at line {line + 1} column {column}: {what}{hint}", e);
    }

    private void CheckText()
    {
        ReadOnlySpan<byte> text = bytes.Span[document.Bom..];
        if (text.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            throw new NotebookFormatException(path, Empty);
        if (text.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || text.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw new NotebookFormatException(path, "the file is UTF-16; save it as UTF-8");
        if (text.Contains((byte)0) || !Utf8.IsValid(text))
            throw new NotebookFormatException(path, "the file is binary or not UTF-8 text, so it is no notebook");
    }

    private void CheckVersion()
    {
        if (verso && major is null)
            return;
        verso = false;
        if (worksheets || major is 1 or 2 or 3)
            throw new NotebookFormatException(path, $"the notebook has nbformat {major ?? 3}, which is too old; open it in Jupyter or VS Code and save it again");
        if (major is null)
            throw NotANotebook("it does not say its nbformat");
        if (major != 4 || minor is < 0 or > 1000)
            throw new NotebookFormatException(path, $"the notebook has nbformat {major}.{minor ?? 0}; only nbformat 4 can be read");
    }

    private void ReadProperty(ref Utf8JsonReader reader, string name)
    {
        switch (name)
        {
            case "cells":
                ReadCells(ref reader);
                return;
            case "nbformat":
                major = reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out long number) ? number : null;
                break;
            case "nbformat_minor":
                minor = reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out long lower) ? lower : null;
                break;
            case "verso":
                verso = reader.TokenType is JsonTokenType.String;
                break;
            case "worksheets":
                worksheets = true;
                break;
        }

        Skip(ref reader);
    }

    private void ReadCells(ref Utf8JsonReader reader)
    {
        cells.Clear();
        cellsProblem = null;
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            cellsProblem = "its cells are not a list";
            Skip(ref reader);
            return;
        }

        document.CellsStart = Position(reader.TokenStartIndex);
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (reader.TokenType is JsonTokenType.StartObject && cells.Count < MaxCells)
            {
                cells.Add(ReadCell(ref reader));
                continue;
            }

            cellsProblem ??= cells.Count < MaxCells ? $"its cell {cells.Count + 1} is not a JSON object" : $"it has more than {MaxCells} cells";
            Skip(ref reader);
        }

        document.CellsEnd = Position(reader.BytesConsumed);
    }

    private Cell ReadCell(ref Utf8JsonReader reader)
    {
        int start = Position(reader.TokenStartIndex);
        int sourceStart = -1, sourceEnd = -1;
        string? id = null, type = null, versoType = null, language = null;
        string? source = "";
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            string name = JsonTree.Text(ref reader);
            reader.Read();
            string? text = name is "id" or "cell_type" or "type" or "language" && reader.TokenType is JsonTokenType.String
                ? JsonTree.Text(ref reader)
                : null;
            switch (name)
            {
                case "id":
                    id = text;
                    break;
                case "cell_type":
                    type = text;
                    break;
                case "type":
                    versoType = text;
                    break;
                case "language":
                    language = text;
                    break;
                case "source":
                    sourceStart = Position(reader.TokenStartIndex);
                    source = ReadSource(ref reader);
                    sourceEnd = Position(reader.BytesConsumed);
                    continue;
            }

            Skip(ref reader);
        }

        // A cell in another language is preserved but is not code of this course.
        type ??= versoType == "code" && language is not (null or "csharp" or "c#" or "C#") ? "raw" : versoType;
        if (type is null)
            cellsProblem ??= $"its cell {cells.Count + 1} has no cell_type";
        if (source is null)
            cellsProblem ??= $"the source of its cell {cells.Count + 1} is neither a text nor a list of texts";
        source = CellText.WithLineFeeds(source ?? "");
        var span = new CellSpan(document, start, Position(reader.BytesConsumed), sourceStart, sourceEnd, source);
        return new(id, type ?? "", source, span, null);
    }

    /// <summary>Reads the source at the reader's position, or returns null when the value is not a source.</summary>
    private string? ReadSource(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String)
            return JsonTree.Text(ref reader);
        if (reader.TokenType is JsonTokenType.Null)
            return "";
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            Skip(ref reader);
            return null;
        }

        var text = new StringBuilder();
        bool good = true;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (reader.TokenType is JsonTokenType.String)
            {
                text.Append(JsonTree.Text(ref reader));
                continue;
            }

            good = false;
            Skip(ref reader);
        }

        return good ? text.ToString() : null;
    }

    private void Skip(ref Utf8JsonReader reader)
    {
        if (!JsonTree.Skip(ref reader))
            throw NotANotebook($"it is nested deeper than {JsonTree.MaxDepth} levels");
    }

    private int Position(long inText) => (int)inText + document.Bom;

    private NotebookFormatException NotANotebook(string why) => new(path, $"not a notebook because {why}");
}
