using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>Prose within the columns of a terminal.</summary>
internal static class ConsoleProse
{
    private const int Columns = 80;
    private const int LongestText = 600;

    /// <summary>Writes a text in lines that all begin where the label ends.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="label">What stands before the first line.</param>
    /// <param name="text">The text, of which the beginning is shown when it is long.</param>
    public static void Write(TextWriter output, string label, string text)
    {
        string line = label;
        bool empty = true;
        foreach (string word in SafeText.Line(text, LongestText).Split(' '))
        {
            if (!empty && line.Length + 1 + word.Length > Columns)
            {
                output.WriteLine(line);
                (line, empty) = (new string(' ', label.Length), true);
            }

            line += empty ? word : " " + word;
            empty = false;
        }

        output.WriteLine(line.TrimEnd());
    }
}
