using System.Text;

namespace CachingLab.Grading.Rosters;

/// <summary>A CSV file (RFC 4180), with commas, semicolons or tabs between its cells, as spreadsheets save it.</summary>
/// <param name="Header">The titles of the columns.</param>
/// <param name="Rows">The other rows that hold anything, with the numbers of the lines in which they begin.</param>
internal sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Rows)
{
    private const int MostBytes = 16 * 1024 * 1024;
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is no CSV file in UTF-8; the message says why.</exception>
    public static CsvTable Read(string file)
    {
        if (new FileInfo(file).Length > MostBytes)
            throw new InvalidDataException($"it is larger than {MostBytes / (1024 * 1024)} MB");
        try
        {
            using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return Parse(reader.ReadToEnd());
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException("it is not in UTF-8: save it as CSV UTF-8");
        }
    }

    private static CsvTable Parse(string text)
    {
        char separator = Separators.MaxBy(c => text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOfAny('\r', '\n'))).Count(c));
        List<(int Line, IReadOnlyList<string> Cells)> rows = [.. Split(text, separator).Where(r => r.Cells.Any(c => c.Length > 0))];
        return rows.Count == 0 ? throw new InvalidDataException("it is empty") : new(rows[0].Cells, rows[1..]);
    }

    private static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Split(string text, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        (int line, int start, bool quoted) = (1, 1, false);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            line += c == '\n' ? 1 : 0;
            if (quoted)
            {
                if (c != '"')
                    cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    cell.Append(text[i++]);
                else
                    quoted = false;
            }
            else if (c == '"' && cell.ToString().Trim().Length == 0)
            {
                quoted = true;
            }
            else if (c == separator || c == '\n')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
                if (c == separator)
                    continue;
                yield return (start, cells);
                (cells, start) = ([], line);
            }
            else
            {
                cell.Append(c);
            }
        }

        if (quoted)
            throw new InvalidDataException($"line {start}: a quotation mark is opened and never closed");
        cells.Add(cell.ToString().Trim());
        yield return (start, cells);
    }
}
