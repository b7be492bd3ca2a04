using CachingLab.Cli.State;
using CachingLab.Notebooks;

namespace CachingLab.Cli.Diagnostics;

/// <summary>Examines whether the learner's notebooks exist, are readable and up to date.</summary>
internal static class NotebookLook
{
    private const string Topic = "notebooks";

    public static IReadOnlyList<Finding> Files(LabSession session)
    {
        var found = new List<Finding>();
        string[] names = [.. session.Course.Pristine.Select(p => p.Name)];
        foreach (string name in names)
            found.AddRange(Look(session.Course.NotebooksFolder, name));
        if (session.Pristine.Outdated() is { Count: > 0 } old)
            found.Add(new(FindingState.Notice, "course version", $"the course is newer than your copies of {string.Join(", ", old)}", $"{LabCall.Name} update"));
        if (found.Count == 0)
            found.Add(new(FindingState.Good, Topic, $"all {names.Length} there, readable and of this course version"));
        return found;
    }

    private static IEnumerable<Finding> Look(string folder, string name)
    {
        string file = Path.Combine(folder, name + ".ipynb"), verso = Path.Combine(folder, name + ".verso");
        string shown = $"notebooks/{name}.ipynb";
        if (File.Exists(verso))
            yield return Verso(file, verso, name);
        if (!File.Exists(file) && !File.Exists(verso))
            yield return new(FindingState.Broken, Topic, $"{shown} is missing", $"{LabCall.Name} update");
        if (Problem(file) is { } problem)
            yield return new(FindingState.Broken, Topic, problem, $"git checkout -- {shown} (your newer copies, if any, are in .lab/kept/)");
    }

    private static Finding Verso(string file, string verso, string name) =>
        File.Exists(file) && File.GetLastWriteTimeUtc(file) >= File.GetLastWriteTimeUtc(verso)
            ? new(FindingState.Notice, Topic, $"{name}.verso lies beside {name}.ipynb, which is newer and counts")
            : new(
                FindingState.Notice,
                Topic,
                $"{name}.verso is newer than {name}.ipynb and counts in its place; set verso.preserveOriginalFormat to true in VS Code",
                $"{LabCall.Name} update (puts the work into the .ipynb)");

    private static string? Problem(string file)
    {
        try
        {
            if (File.Exists(file))
                NotebookReader.Read(file);
            return null;
        }
        catch (NotebookFormatException e)
        {
            return e.Message.ReplaceLineEndings(" ");
        }
    }
}
