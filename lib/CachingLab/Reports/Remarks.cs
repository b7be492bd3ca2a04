namespace CachingLab.Reports;

/// <summary>What a report says besides the exam's verdicts.</summary>
public sealed record Remarks
{
    /// <summary>Nothing.</summary>
    public static Remarks None { get; } = new();

    /// <summary>What has to be known before the verdicts are read, or null.</summary>
    public string? Warning { get; init; }

    /// <summary>A line for the foot that asks for nothing, or null.</summary>
    public string? Note { get; init; }

    /// <summary>What to do about the course itself, or null.</summary>
    public string? Advice { get; init; }

    /// <summary>What the answer printed, or null.</summary>
    public PrintedLines? Printed { get; init; }
}
