using CachingLab.Grading.Submissions.Layouts;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Grading.Submissions;

/// <summary>Finds the notebooks that the arguments of <c>lab grade</c> mean: notebooks, folders of them, a folder per learner, or a zip of these.</summary>
public static class SubmissionFinder
{
    /// <summary>Finds the submissions, in the order of arguments and paths.</summary>
    /// <param name="arguments">Files, folders and zips.</param>
    /// <param name="learner">A regular expression that finds the learner in a path by its groups <c>id</c>, <c>name</c> and <c>late</c>; null to recognize the layout.</param>
    /// <exception cref="FileNotFoundException">An argument does not exist, or holds no notebook.</exception>
    /// <exception cref="ArgumentException">The regular expression is wrong.</exception>
    public static IReadOnlyList<FoundSubmission> Find(IReadOnlyList<string> arguments, string? learner = null)
    {
        PatternLayout? pattern = learner is null ? null : PatternLayout.Parse(learner);
        var all = new List<FoundSubmission>();
        var files = new List<FoundSubmission>();
        for (int i = 0; i < arguments.Count; i++)
        {
            int index = i;
            string? from = arguments.Count > 1 ? NameOf(arguments, index) : null;
            List<FoundSubmission> found = InArgument(arguments[i]);
            if (Directory.Exists(arguments[i]) || SubmissionPaths.IsZip(arguments[i]))
                all.AddRange(Named(found, from, pattern).Select(f => f with { Argument = index, From = from }));
            else
                files.Add(found[0] with { Argument = index });
        }

        all.AddRange(Together(files, arguments, pattern));
        return [.. all.OrderBy(s => s.Argument).ThenBy(s => s.Path, StringComparer.Ordinal)];
    }

    private static List<FoundSubmission> InArgument(string argument)
    {
        if (Directory.Exists(argument))
            return NotNone(argument, SubmissionFolder.Find(argument));
        if (!File.Exists(argument))
            throw new FileNotFoundException($"{argument}: there is no such file or folder");
        if (!SubmissionPaths.IsZip(argument))
            return [new FoundSubmission(Path.GetFileName(argument), () => ReadFile(argument)) { At = SubmissionFolder.TimeOf(argument) }];
        (List<FoundSubmission> found, string? problem) = SubmissionZip.Find(() => SubmissionZip.Open(argument), ofClass: true);
        return problem is null ? NotNone(argument, found) : [SubmissionFolder.Unreadable(Path.GetFileName(argument), problem)];
    }

    // Files named one by one, as by */01-cache-key.ipynb, belong to the folders in which they lie. A single one is the caller's own.
    private static IEnumerable<FoundSubmission> Together(List<FoundSubmission> files, IReadOnlyList<string> arguments, PatternLayout? pattern)
    {
        if (files.Count < 2 && pattern is null)
            return files;
        string[] places = [.. files.Select(f => Path.GetFullPath(arguments[f.Argument]).Replace('\\', '/'))];
        int common = places.Length == 0 ? 0 : places.Select(p => p.LastIndexOf('/') + 1).Min();
        while (common > 0 && !places.All(p => p.StartsWith(places[0][..common], StringComparison.Ordinal)))
            common = places[0].LastIndexOf('/', common - 2) + 1;
        return Named([.. files.Select((f, i) => f with { Full = places[i][common..] })], null, pattern, byCaller: true);
    }

    private static IEnumerable<FoundSubmission> Named(List<FoundSubmission> found, string? from, PatternLayout? pattern, bool byCaller = false) => found
        .Zip(LearnerLayouts.Of([.. found.Select(f => new FoundFile(f.Path, f.Full, f.At))], from, pattern, byCaller), (f, h) => f with { HandIn = h })
        .Where(f => f.HandIn is not null);

    private static List<FoundSubmission> NotNone(string argument, List<FoundSubmission> found) => found.Count > 0
        ? found
        : throw new FileNotFoundException($"{argument}: there is no notebook (.ipynb or .verso) in it or in its folders");

    private static SubmittedNotebook ReadFile(string file)
    {
        SubmissionFile chosen = SubmissionFile.Choose(file);
        return new(NotebookReader.Read(chosen.Path), chosen.Note);
    }

    // The last part of the path, unless another argument ends in the same part.
    private static string NameOf(IReadOnlyList<string> arguments, int index)
    {
        string[] names = [.. arguments.Select(a => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(a))))];
        string name = names[index];
        return name.Length > 0 && names.Count(n => n == name) == 1 ? name : arguments[index].Replace('\\', '/').TrimEnd('/');
    }
}
