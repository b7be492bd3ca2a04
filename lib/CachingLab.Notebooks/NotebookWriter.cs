using System.Text;
using System.Text.Json.Nodes;

namespace CachingLab.Notebooks;

/// <summary>Writes notebooks so that only changes differ from the file that was read.</summary>
public static class NotebookWriter
{
    /// <summary>
    /// The file's content. Without a change it is the bytes that were read; with changed sources only these differ, and with other cells only the list of
    /// cells. A created notebook is written as <see cref="ToCanonicalBytes"/> does.
    /// </summary>
    public static byte[] ToBytes(Notebook notebook)
    {
        if (notebook.Document is not { } document)
            return ToCanonicalBytes(notebook);
        if (notebook.HeaderChanged)
            return Rewritten(notebook, document);
        using var to = new MemoryStream();
        ReadOnlySpan<byte> bytes = document.Bytes.Span;
        if (InPlace(notebook, document))
        {
            int at = 0;
            foreach (Cell cell in notebook.Cells)
            {
                to.Write(bytes[at..cell.Span!.Start]);
                WriteCell(to, notebook, cell, document);
                at = cell.Span.End;
            }

            to.Write(bytes[at..]);
            return to.ToArray();
        }

        to.Write(bytes[..document.CellsStart]);
        WriteCells(to, notebook, document);
        to.Write(bytes[document.CellsEnd..]);
        return to.ToArray();
    }

    /// <summary>The file's content as VS Code and Jupyter lay it out: sorted names, one space for each level, LF, and one newline at the end.</summary>
    public static byte[] ToCanonicalBytes(Notebook notebook)
    {
        JsonObject json = notebook.HeaderJson();
        json["cells"] = new JsonArray([.. notebook.Cells.Select(c => (JsonNode)InFormat(notebook.Format, c))]);
        var text = new StringBuilder();
        JsonText.Write(text, json, FileStyle.Canonical, 0, sorted: true);
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    /// <summary>Writes a file in one step: readers see the whole old content or the whole new one.</summary>
    /// <exception cref="IOException">The file cannot be written; the old content stays.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no permission to write there.</exception>
    public static void Write(Notebook notebook, string path)
    {
        byte[] bytes = ToBytes(notebook);
        AtomicFile.Write(path, file => file.Write(bytes));
    }

    private static bool InPlace(Notebook notebook, NotebookDocument document) =>
        notebook.Cells.Count == document.Cells.Count
        && notebook.Cells.Zip(document.Cells).All(p => p.First.Span == p.Second.Span);

    private static byte[] Rewritten(Notebook notebook, NotebookDocument document)
    {
        ReadOnlySpan<byte> bytes = document.Bytes.Span;
        using var to = new MemoryStream();
        to.Write(bytes[..document.Bom]);
        FileStyle style = document.Style;
        string before = "{";
        foreach ((string name, JsonNode? value) in notebook.HeaderJson())
        {
            var text = new StringBuilder(before + style.Break(1));
            JsonText.Quote(text, name);
            text.Append(style.Colon);
            if (name != "cells")
                JsonText.Write(text, value, style, 1, sorted: false);
            Write(to, text.ToString());
            if (name == "cells")
                WriteCells(to, notebook, document);
            before = style.Comma;
        }

        Write(to, style.Break(0) + "}");
        to.Write(bytes[(bytes.LastIndexOf((byte)'}') + 1)..]);
        return to.ToArray();
    }

    private static void WriteCells(MemoryStream to, Notebook notebook, NotebookDocument document)
    {
        FileStyle style = document.Style;
        if (notebook.Cells.Count == 0)
        {
            Write(to, "[]");
            return;
        }

        string before = "[";
        foreach (Cell cell in notebook.Cells)
        {
            Write(to, before + style.Break(2));
            WriteCell(to, notebook, cell, document);
            before = style.Comma;
        }

        Write(to, style.Break(1) + "]");
    }

    private static void WriteCell(MemoryStream to, Notebook notebook, Cell cell, NotebookDocument document)
    {
        ReadOnlySpan<byte> bytes = document.Bytes.Span;
        if (cell.Span is not { } span || span.Document != document || (cell.SourceChanged && span.SourceStart < 0))
        {
            JsonObject json = cell.Span?.Document == document ? cell.ToJson() : InFormat(notebook.Format, cell);
            var text = new StringBuilder();
            JsonText.Write(text, json, document.Style, 2, sorted: false);
            Write(to, text.ToString());
        }
        else if (cell.SourceChanged)
        {
            to.Write(bytes[span.Start..span.SourceStart]);
            Write(to, SourceText(bytes[span.SourceStart..span.SourceEnd], cell.Source, document.Style));
            to.Write(bytes[span.SourceEnd..span.End]);
        }
        else
        {
            to.Write(bytes[span.Start..span.End]);
        }
    }

    /// <summary>The cell's JSON in a format. The cell may come from a notebook in the other format.</summary>
    private static JsonObject InFormat(NotebookFormat format, Cell cell)
    {
        JsonObject json = cell.ToJson();
        bool verso = !json.ContainsKey("cell_type");
        return verso == format is NotebookFormat.Verso ? json : verso ? Cell.Create(cell.Id, cell.Type, cell.Source).ToJson() : VersoCell(cell);
    }

    private static JsonObject VersoCell(Cell cell) => new()
    {
        ["id"] = cell.Id ?? Guid.NewGuid().ToString(),
        ["type"] = cell.Type,
        ["language"] = cell.IsCode ? "csharp" : cell.Type,
        ["source"] = cell.Source,
    };

    /// <summary>A source in the same layout as the one that it replaces.</summary>
    private static string SourceText(ReadOnlySpan<byte> old, string source, FileStyle style)
    {
        var text = new StringBuilder();
        if (old[0] == '"')
        {
            JsonText.Quote(text, source);
            return text.ToString();
        }

        if (source.Length == 0)
            return "[]";
        string first = style.Break(4), last = style.Break(3);
        if (old[0] == '[')
        {
            int start = old[1..].IndexOfAnyExcept(" \t\r\n"u8) + 1;
            int end = old[..^1].LastIndexOfAnyExcept(" \t\r\n"u8) + 1;
            if (end > start)
            {
                first = Encoding.ASCII.GetString(old[1..start]);
                last = Encoding.ASCII.GetString(old[end..^1]);
            }
        }

        string before = "[" + first;
        foreach (string line in CellText.SourceLines(source))
        {
            text.Append(before);
            JsonText.Quote(text, line);
            before = (first.Length == 0 ? style.Comma : ",") + first;
        }

        return text.Append(last).Append(']').ToString();
    }

    private static void Write(MemoryStream to, string text) => to.Write(Encoding.UTF8.GetBytes(text));
}
