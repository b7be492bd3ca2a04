using System.Globalization;
using System.Text.RegularExpressions;
using CachingLab.Course.Tests.Shared;
using CachingLab.Notebooks;

namespace CachingLab.Course.Tests.Rules;

/// <summary>What a learner meets in every notebook, in sizes that can be read.</summary>
public sealed partial class ShapeTests
{
    private const int MostWords = 120;
    private const int MostLines = 24;
    private const int MostColumns = 150;

    private static readonly string[] Parts =
        ["**The question:**", "**You will build**", "**You will be able to show**", "## What you can show now", "## Recap", "## Pitfalls", "## References"];

    // Word for word the same in every notebook of a part.
    private static readonly string[] CommonCells = ["load-the-library", "setup"];

    public static IEnumerable<TheoryDataRow<string>> Names => CourseFiles.NameRows;

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_15_to_30_cells_and_prose_before_its_code(string name)
    {
        IReadOnlyList<Cell> cells = CourseFiles.Solved(name).Cells;
        Assert.InRange(cells.Count, 15, 30);
        Assert.InRange(cells.Count(c => !c.IsCode), cells.Count / 2, cells.Count);
        Assert.False(cells[0].IsCode);
        Assert.False(cells[^1].IsCode);
    }

    [Fact]
    public void Every_exercise_stands_under_a_heading_of_its_own_that_messages_can_point_to()
    {
        string[] places = [.. Exercises.Course.Exercises.Select(CourseFiles.Folder.PlaceOf)];
        Assert.Equal(places.Length, places.Distinct().Count());
        Assert.All(places, p => Assert.Matches("^[0-9a-z-]+\\.ipynb, under \"[^\"]{3,40}\"$", p));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_cells_fit_on_a_screen(string name)
    {
        var problems = new List<string>();
        foreach (Cell cell in CourseFiles.Ruled("notebooks", name).Cells)
        {
            string[] lines = cell.Source.Split('\n');
            if (!cell.IsCode && ReadingTime.Words(cell.Source) is var words && words > MostWords)
                problems.Add($"{name}, cell {cell.Id}: {words} words, more than {MostWords}");
            if (cell.IsCode && lines.Length > MostLines && !CourseCell.IsExercise(cell.Id))
                problems.Add($"{name}, cell {cell.Id}: {lines.Length} lines of code, more than {MostLines}");
            if (cell.IsCode && lines.Max(l => l.Length) is var columns && columns > MostColumns)
                problems.Add($"{name}, cell {cell.Id}: a line of {columns} characters, more than {MostColumns}");
            if (cell.Source.Trim().Length == 0)
                problems.Add($"{name}, cell {cell.Id}: it is empty");
        }

        CourseFiles.NoneOf(problems);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_says_what_is_built_and_ends_with_what_was_learned(string name)
    {
        string[] texts = [.. CourseFiles.Solved(name).Cells.Where(c => !c.IsCode).Select(c => c.Source)];
        CourseFiles.NoneOf(Parts.Where(p => !texts.Any(t => t.Contains(p, StringComparison.Ordinal))).Select(p => $"{name}: nowhere does it say {p}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_begins_as_every_other_notebook_of_its_part_does(string name)
    {
        Exercises.CoursePart part = Exercises.Course.Parts.Single(p => p.Has(name));
        Notebook first = CourseFiles.Solved(part.Notebooks[part == Exercises.Course.PartOne ? 1 : 0].Name), notebook = CourseFiles.Solved(name);
        CourseFiles.NoneOf(CommonCells
            .Where(id => notebook.Find(id)?.Source != first.Find(id)?.Source && !(name == CourseFiles.Names[0] && id == "load-the-library"))
            .Select(id => $"{name}, cell {id}: it reads otherwise than in {first.Name}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_predicts_before_it_runs(string name)
    {
        Assert.Contains(CourseFiles.Solved(name).Cells, c => !c.IsCode && PredictOrGuess().IsMatch(c.Source));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_5_to_7_recap_questions_with_folded_answers(string name)
    {
        string recap = CourseFiles.Solved(name).Cells.Single(c => !c.IsCode && c.Source.Contains("## Recap", StringComparison.Ordinal)).Source;
        MatchCollection questions = Question().Matches(recap);
        Assert.InRange(questions.Count, 5, 7);
        Assert.Equal(questions.Count, Regex.Count(recap, "<details"));
        Assert.Equal(Enumerable.Range(1, questions.Count), questions.Select(q => int.Parse(q.Groups["number"].Value, CultureInfo.InvariantCulture)));
        Assert.All(questions, q => Assert.True(q.Groups["answer"].Value.Trim().Length > 10, $"{name}: question {q.Groups["number"].Value} has no answer"));
    }

    [GeneratedRegex("(?i)predict|guess")]
    private static partial Regex PredictOrGuess();

    [GeneratedRegex(@"<details><summary>(?<number>\d+)\. .*?\?</summary>(?<answer>.*?)</details>", RegexOptions.Singleline)]
    private static partial Regex Question();
}
