using System.Globalization;
using System.Text;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>Writes the lines of CSV files (RFC 4180).</summary>
internal static class CsvLine
{
    /// <summary>A writer in UTF-8 with a byte order mark: without one Excel reads names such as Zoë in the local code page.</summary>
    /// <param name="output">The stream, which stays open.</param>
    /// <param name="mark">Whether to write the mark, which a platform's import may take for a part of the first title.</param>
    public static StreamWriter Writer(Stream output, bool mark = true) =>
        new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: mark), leaveOpen: true) { NewLine = "\r\n" };

    public static void Write(TextWriter writer, IEnumerable<string?> cells) => writer.WriteLine(string.Join(',', cells.Select(Cell)));

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // Cells have no line breaks, so that tools which split at line ends can read the file.
    private static string Cell(string? text)
    {
        string cell = SafeText.Line(text);
        // A spreadsheet evaluates a cell that starts like a formula. An apostrophe makes it text. A minus sign alone is no formula.
        if (cell is not "-" and ['=' or '+' or '-' or '@' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20', ..])
            cell = "'" + cell;
        return cell.AsSpan().ContainsAny(',', '"', '\'') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}
