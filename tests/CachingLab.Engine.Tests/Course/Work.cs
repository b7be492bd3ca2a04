using CachingLab.Notebooks;
using CachingLab.Notebooks.Releases;

namespace CachingLab.Engine.Tests.Course;

/// <summary>A notebook, as far as somebody has come with it.</summary>
/// <param name="Name">The notebook's name.</param>
/// <param name="State">How far.</param>
internal sealed record Work(string Name, string State)
{
    /// <summary>The file of solutions/, as it is.</summary>
    public const string Solved = "solved";

    /// <summary>As it is handed out.</summary>
    public const string Untouched = "untouched";

    /// <summary>Code that runs and is wrong.</summary>
    public const string Wrong = "wrong";

    // The first exercise solved, the second one a stub.
    private const string HalfDone = "half done";

    // Code that compiles and throws.
    private const string Throwing = "throws";

    /// <summary>Every notebook in every state it can be in.</summary>
    public static IReadOnlyList<Work> All { get; } = [.. Repository.Solved.SelectMany(n => States(n).Select(s => new Work(n.Name, s)))];

    // Both runs draw the same inputs, and their reports can be compared.
    private static readonly Cell Seed = Cell.Code("seed", "System.Environment.SetEnvironmentVariable(\"LAB_SEED\", \"7\");");

    /// <summary>The notebook, with a cell that sets the seed.</summary>
    public Notebook Notebook() => Written().WithCells([Seed, .. Written().Cells]);

    /// <summary>An answer that is not right yet.</summary>
    public static string Answer(string cell, string state) => File.ReadAllText(Path.Combine(
        Repository.Root, "tests", "CachingLab.Course.Tests", "Running", "HalfDone", $"{cell["ex-".Length..]}.{state}.csx"));

    public override string ToString() => $"{Name}, {State}";

    private Notebook Written()
    {
        Notebook pristine = Repository.Pristine.Single(n => n.Name == Name);
        Notebook solved = Repository.Solved.Single(n => n.Name == Name);
        if (State == Solved)
            return solved;
        string? first = Exercises(pristine).FirstOrDefault();
        return pristine.WithCells(pristine.Cells.Select(cell => cell.Id is { } id && Exercises(pristine).Contains(id)
            ? cell.WithSource(State switch
            {
                Wrong or Throwing => Answer(id, State),
                HalfDone when id == first => SolutionBlocks.ToSolution(solved.Find(id)!.Source),
                _ => cell.Source,
            })
            : cell));
    }

    private static IEnumerable<string> States(Notebook notebook) => Exercises(notebook).Count() switch
    {
        0 => [Untouched, Solved],
        1 => [Untouched, Wrong, Throwing, Solved],
        _ => [Untouched, HalfDone, Wrong, Throwing, Solved],
    };

    private static IEnumerable<string> Exercises(Notebook notebook) => notebook.Cells.Select(c => c.Id).OfType<string>().Where(i => i.StartsWith("ex-", StringComparison.Ordinal));
}
