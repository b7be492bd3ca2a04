namespace CachingLab.Notebooks;

/// <summary>The position of a cell in the file that it was read from, in bytes; ends are exclusive.</summary>
internal sealed class CellSpan(NotebookDocument document, int start, int end, int sourceStart, int sourceEnd, string source)
{
    public NotebookDocument Document { get; } = document;

    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>Where the value of <c>source</c> begins, or -1 when the cell has none.</summary>
    public int SourceStart { get; } = sourceStart;

    public int SourceEnd { get; } = sourceEnd;

    /// <summary>The source as it was read.</summary>
    public string Source { get; } = source;
}
