using System.Security.Cryptography;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Releases;

namespace CachingLab.Grading;

/// <summary>The course's repository: the solved notebooks, and the learner's edition made from them.</summary>
public sealed class CourseFolder
{
    private const string RootFile = "CachingLab.slnx";
    private readonly Lazy<IReadOnlyList<Notebook>> pristine;

    private CourseFolder(string root)
    {
        Root = root;
        pristine = new Lazy<IReadOnlyList<Notebook>>(
            () => [.. SolutionFiles().Select(f => Release.Make(NotebookReader.Read(f)))]);
    }

    public string Root { get; }

    /// <summary>The version of the library, and a digest of the solved notebooks that tells apart what authors have changed since.</summary>
    public string Version
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (string file in SolutionFiles())
                hash.AppendData(File.ReadAllBytes(file));
            string library = typeof(Course).Assembly.GetName().Version!.ToString(3);
            return $"{library}+{Convert.ToHexStringLower(hash.GetHashAndReset())[..8]}";
        }
    }

    public string NotebooksFolder => Path.Combine(LearnerRoot, "notebooks");

    /// <summary>The folder of the learner's notebooks and progress: <see cref="Root"/> unless <see cref="For"/> set another.</summary>
    public string LearnerRoot { get => field ?? Root; private init; }

    /// <summary>The folder of the solved notebooks, from which the learner's are made.</summary>
    public string SolutionsFolder => Path.Combine(Root, "solutions");

    /// <summary>The learner's notebooks as they are handed out.</summary>
    public IReadOnlyList<Notebook> Pristine => pristine.Value;

    /// <summary>What the learner's cells of a notebook must declare, by cell id.</summary>
    public static IReadOnlyDictionary<string, string> DeclaresOf(string notebook) => Course.StepsOf(notebook).ToDictionary(e => e.CellId, e => e.Declares);

    /// <summary>Finds the course that a folder is in.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no course there.</exception>
    public static CourseFolder Find(string start)
    {
        for (DirectoryInfo? folder = new(Path.GetFullPath(start)); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, RootFile)))
                return new CourseFolder(folder.FullName);
        }

        throw new DirectoryNotFoundException($"no {RootFile} in {start} or above it: run this from a clone of the course");
    }

    /// <summary>The same course with a learner's <c>notebooks/</c> in another folder.</summary>
    public CourseFolder For(string learnerRoot) => new(Root) { LearnerRoot = Path.GetFullPath(learnerRoot) };

    /// <summary>The exercises of a notebook, in order.</summary>
    public static IReadOnlyList<Exercise> ExercisesOf(string notebook) => [.. Course.StepsOf(notebook).Where(e => e != Course.WarmUp)];

    /// <summary>Where a learner finds an exercise, as <c>01-cache-key.ipynb, under "Your turn"</c>.</summary>
    public string PlaceOf(Exercise exercise) =>
        Pristine.FirstOrDefault(n => n.Name == exercise.Notebook) is { } notebook ? CellPlace.Of(notebook, exercise.CellId) : exercise.Notebook + ".ipynb";

    /// <summary>Whether a learner's copy of a notebook holds nothing but what was handed out. Needs no exercise, so it loads no part's assembly.</summary>
    public static bool IsUntouched(Notebook copy, Notebook pristine) =>
        copy.Cells.Count == pristine.Cells.Count && pristine.Cells.All(c => copy.Find(c.Id!)?.Source == c.Source);

    /// <summary>The files of the solved notebooks, in order.</summary>
    public IEnumerable<string> SolutionFiles() => Directory.EnumerateFiles(SolutionsFolder, "*.ipynb").Order(StringComparer.Ordinal);
}
