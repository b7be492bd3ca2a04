namespace CachingLab.Notebooks;

/// <summary>Thrown when a file cannot be read as a notebook.</summary>
/// <param name="file">The file, as the caller named it; empty when there is none.</param>
/// <param name="reason">Why, in one line.</param>
/// <param name="inner">What the system reported, if it did.</param>
public sealed class NotebookFormatException(string file, string reason, Exception? inner = null)
    : Exception(file.Length == 0 ? reason : $"{file}: {reason}", inner)
{
    /// <summary>The file, as the caller named it.</summary>
    public string File { get; } = file;

    /// <summary>Why it could not be read, in one line, without the file's name.</summary>
    public string Reason { get; } = reason;
}
