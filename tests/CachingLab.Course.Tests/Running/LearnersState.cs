using CachingLab.Course.Tests.Shared;
using CachingLab.Exams;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Releases;

namespace CachingLab.Course.Tests.Running;

/// <summary>How far a learner may have come with a notebook, and what the checks say then.</summary>
internal static class LearnersState
{
    public const string Untouched = "untouched";
    public const string Finished = "finished";

    /// <summary>The first exercise solved, the second one a stub.</summary>
    private const string HalfWay = "half done";

    /// <summary>Code that runs and is wrong.</summary>
    private const string Wrong = "wrong so far";

    /// <summary>Code that compiles and throws.</summary>
    private const string Throwing = "throwing so far";

    /// <summary>The states that a notebook can be in.</summary>
    public static IEnumerable<string> Of(string name) => Answers(name).Length switch
    {
        0 => [Untouched, Finished],
        1 => [Untouched, Wrong, Throwing, Finished],
        _ => [Untouched, HalfWay, Wrong, Throwing, Finished],
    };

    /// <summary>The notebook in a state.</summary>
    public static Notebook Notebook(string name, string state)
    {
        Notebook pristine = CourseFiles.Pristine(name);
        return pristine.WithCells(pristine.Cells.Select(c => Source(name, state, c) is { } source ? c.WithSource(source) : c));
    }

    /// <summary>What the report of a check cell must hold.</summary>
    public static string Report(string name, string state, string checkCell)
    {
        bool first = Answers(name).FirstOrDefault()?.CheckCellId == checkCell;
        return state switch
        {
            Untouched when checkCell == "red-or-green" => "[no] Exactly 10,000 characters are still cached",
            Untouched => "Not attempted yet",
            HalfWay => first ? "requirements met" : "Not attempted yet",
            Finished => checkCell switch
            {
                // Two of the exercises ask for a second process, which a notebook has not got.
                "check-cache-key" or "check-extended-key" => "all that can be judged",
                _ => "all ",
            },
            _ => "[no]",
        };
    }

    private static string? Source(string name, string state, Cell cell)
    {
        // Notebook 00 has one character to change.
        if (state == Finished && name == CourseFiles.Names[0] && cell.Id == "red-to-green")
            return cell.Source.Replace("< 10_000", "<= 10_000", StringComparison.Ordinal);
        if (Answers(name).FirstOrDefault(e => e.CellId == cell.Id) is not { } exercise)
            return null;
        return state switch
        {
            Finished => SolutionBlocks.ToSolution(CourseFiles.Solved(name).Find(exercise.CellId)!.Source),
            HalfWay when exercise == Answers(name)[0] => SolutionBlocks.ToSolution(CourseFiles.Solved(name).Find(exercise.CellId)!.Source),
            Wrong => HalfDone(exercise, "wrong"),
            Throwing => HalfDone(exercise, "throws"),
            _ => null,
        };
    }

    private static string HalfDone(Exercise exercise, string how) => File.ReadAllText(Path.Combine(
        CourseFiles.Folder.Root, "tests", "CachingLab.Course.Tests", "Running", "HalfDone", $"{exercise.Id}.{how}.csx"));

    private static Exercise[] Answers(string name) => [.. Exercises.Course.Exercises.Where(e => e.Notebook == name)];
}
