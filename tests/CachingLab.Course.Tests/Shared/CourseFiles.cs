using CachingLab.Grading;
using CachingLab.Notebooks;

namespace CachingLab.Course.Tests.Shared;

/// <summary>The notebooks and texts of the repository that the tests were built in.</summary>
internal static class CourseFiles
{
    private static readonly string[] Editions = ["notebooks", "solutions"];
    private static readonly Lazy<IReadOnlyDictionary<string, Notebook>> LazySolved = new(ReadSolved);
    private static readonly Lazy<IReadOnlyDictionary<string, Notebook>> LazyPristine = new(ReadPristine);

    /// <summary>The repository.</summary>
    public static CourseFolder Folder { get; } = CourseFolder.Find(AppContext.BaseDirectory);

    /// <summary>The names of the core notebooks, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Exercises.Course.Notebooks.Select(n => n.Name)];

    /// <summary>One row for each core notebook.</summary>
    public static IEnumerable<TheoryDataRow<string>> NameRows => Names.Select(n => new TheoryDataRow<string>(n));

    /// <summary>One row for each notebook of each edition.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> EditionRows =>
        Editions.SelectMany(e => Names.Select(n => new TheoryDataRow<string, string>(e, n)));

    public static Notebook Solved(string name) => LazySolved.Value[name];

    /// <summary>The learner's notebook as it is handed out.</summary>
    public static Notebook Pristine(string name) => LazyPristine.Value[name];

    /// <summary>
    /// A notebook whose course cells are held to the rules. In a learner's clone notebooks/ holds their work too, and only what the course
    /// handed out is looked at.
    /// </summary>
    public static Notebook Ruled(string edition, string name) => edition == "solutions"
        ? Solved(name)
        : Strictness.Pristine ? NotebookReader.Read(LearnersFile(name)) : Pristine(name);

    public static string LearnersFile(string name) => Path.Combine(Folder.NotebooksFolder, name + ".ipynb");

    public static string FolderOf(string edition) => Path.Combine(Folder.Root, edition);

    /// <summary>Fails with one line a problem, or not at all.</summary>
    public static void NoneOf(IEnumerable<string> problems)
    {
        string[] lines = [.. problems];
        if (lines.Length > 0)
            throw new PlainFailureException(string.Join('\n', lines));
    }

    private static Dictionary<string, Notebook> ReadSolved() => Folder.SolutionFiles().Select(NotebookReader.Read).ToDictionary(n => n.Name);

    private static Dictionary<string, Notebook> ReadPristine() => Folder.Pristine.ToDictionary(n => n.Name);
}
