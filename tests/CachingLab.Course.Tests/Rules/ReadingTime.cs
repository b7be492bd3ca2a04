using System.Text.RegularExpressions;
using CachingLab.Notebooks;

namespace CachingLab.Course.Tests.Rules;

/// <summary>What a notebook takes: the words that are read, the code that is read, and the answers that are written.</summary>
internal static partial class ReadingTime
{
    private const double WordsPerMinute = 220;
    private const double CodeLinesPerMinute = 10;

    /// <summary>The minutes of a notebook as it is handed out.</summary>
    public static double MinutesOf(Notebook notebook) =>
        (notebook.Cells.Where(c => !c.IsCode).Sum(c => Words(Unfolded(c.Source))) / WordsPerMinute)
        + (notebook.Cells.Sum(CodeLines) / CodeLinesPerMinute)
        + Exercises.Course.Steps.Where(s => s.Notebook == notebook.Name).Sum(s => s.AnswerMinutes);

    /// <summary>The words that a reader sees: those with a letter or a digit, without tags, link targets and C#.</summary>
    public static int Words(string markdown)
    {
        string text = CSharp().Replace(markdown, " ");
        text = Fence().Replace(text, " ");
        text = Tag().Replace(text, " ");
        text = Target().Replace(text, "]");
        return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit));
    }

    /// <summary>The text without what a reader has to unfold first; the line to click on stays.</summary>
    public static string Unfolded(string markdown) => Details().Replace(markdown, "${summary}");

    // A cell's lines that are not blank; in a text, those of its C#.
    private static int CodeLines(Cell cell) => cell.IsCode
        ? Filled(cell.Source)
        : CSharp().Matches(Unfolded(cell.Source)).Sum(m => Filled(m.Groups["code"].Value));

    private static int Filled(string code) => code.Split('\n').Count(l => l.Trim().Length > 0);

    [GeneratedRegex("<details><summary>(?<summary>.*?)</summary>.*?</details>", RegexOptions.Singleline)]
    private static partial Regex Details();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex("```[a-z]*")]
    private static partial Regex Fence();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex Target();
}
