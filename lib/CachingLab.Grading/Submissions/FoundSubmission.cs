using CachingLab.Grading.Records;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Submissions;

/// <summary>One notebook to grade, found but not read yet.</summary>
/// <param name="Path">Its path below the argument that it was found in, with forward slashes.</param>
/// <param name="Read">Reads it; throws <see cref="Notebooks.NotebookFormatException"/> with the one line that says why it cannot be graded.</param>
public sealed record FoundSubmission(string Path, Func<SubmittedNotebook> Read)
{
    /// <summary>The index of the argument that it was found in.</summary>
    public int Argument { get; init; }

    /// <summary>That argument's name, when several were given that hold more than one notebook.</summary>
    public string? From { get; init; }

    /// <summary>The path with what <see cref="Path"/> leaves out, such as the one top folder of a zip. It tells whose the file is.</summary>
    public string Full { get => field ?? Path; init; }

    /// <summary>When the file was last written, or null when that is not known.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Whose it is, or null for a file that nobody handed in.</summary>
    public HandIn? HandIn { get; init; }
}

/// <summary>A submission's content: the notebook that counts, and why another file than the named one does, in one line, or null.</summary>
public sealed record SubmittedNotebook(Notebook Notebook, string? Note);
