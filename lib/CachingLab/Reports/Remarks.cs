namespace CachingLab.Reports;

/// <summary>What a report says besides the exam's verdicts.</summary>
public sealed record Remarks
{
    public static Remarks None { get; } = new();

    /// <summary>What the learner must know before reading the verdicts, or null.</summary>
    public string? Warning { get; init; }

    /// <summary>Information for the end of the report, or null.</summary>
    public string? Note { get; init; }

    /// <summary>What to do about the course's own files, or null.</summary>
    public string? Advice { get; init; }

    /// <summary>What the answer printed, or null.</summary>
    public PrintedLines? Printed { get; init; }
}
