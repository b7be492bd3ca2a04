namespace CachingLab.Notebooks.Answers;

/// <summary>The file that holds the learner's newest work.</summary>
/// <param name="Note">Why it is not the file that was asked for, in one line, or null.</param>
public sealed record SubmissionFile(string Path, string? Note)
{
    /// <summary>Chooses the newer one of an <c>.ipynb</c> and the <c>.verso</c> of the same name, in which Verso saves.</summary>
    public static SubmissionFile Choose(string path)
    {
        string extension = System.IO.Path.GetExtension(path);
        bool verso = extension.Equals(".verso", StringComparison.OrdinalIgnoreCase);
        if (!verso && !extension.Equals(".ipynb", StringComparison.OrdinalIgnoreCase))
            return new(path, null);
        string other = System.IO.Path.ChangeExtension(path, verso ? ".ipynb" : ".verso");
        bool otherCounts = File.Exists(other) && (!File.Exists(path) || File.GetLastWriteTimeUtc(other) > File.GetLastWriteTimeUtc(path));
        return otherCounts
            ? new(other, $"{System.IO.Path.GetFileName(other)} is newer than {System.IO.Path.GetFileName(path)} and counts in its place.")
            : new(path, null);
    }
}
