using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Grading.Submissions;

/// <summary>Finds the notebooks that the arguments of <c>lab grade</c> mean: notebooks, folders of them, a folder per learner, or a zip of these.</summary>
public static class SubmissionFinder
{
    /// <summary>Finds the submissions.</summary>
    /// <param name="arguments">Files, folders and zips.</param>
    /// <exception cref="FileNotFoundException">An argument does not exist, or holds no notebook.</exception>
    public static SubmissionSet Find(IReadOnlyList<string> arguments)
    {
        var set = new SubmissionSet();
        try
        {
            for (int i = 0; i < arguments.Count; i++)
                Add(set, arguments, i);
            return set;
        }
        catch
        {
            set.Dispose();
            throw;
        }
    }

    private static void Add(SubmissionSet set, IReadOnlyList<string> arguments, int index)
    {
        string argument = arguments[index];
        string? from = arguments.Count > 1 ? NameOf(arguments, index) : null;
        if (Directory.Exists(argument))
            set.Add(index, from, NotNone(argument, SubmissionFolder.Find(argument)));
        else if (!File.Exists(argument))
            throw new FileNotFoundException($"{argument}: there is no such file or folder");
        else if (SubmissionPaths.IsZip(argument))
            AddZip(set, index, from, argument);
        else
            set.Add(index, null, [new FoundSubmission(Path.GetFileName(argument), () => ReadFile(argument))], handedIn: arguments.Count > 1);
    }

    private static void AddZip(SubmissionSet set, int index, string? from, string file)
    {
        (List<FoundSubmission> found, string? problem) = SubmissionZip.Find(set, file, ofClass: true);
        if (problem is null)
            set.Add(index, from, NotNone(file, found));
        else
            set.Add(index, null, [SubmissionFolder.Unreadable(Path.GetFileName(file), problem)]);
    }

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
