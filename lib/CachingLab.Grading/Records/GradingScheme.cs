using System.Text.Json.Serialization;

namespace CachingLab.Grading.Records;

/// <summary>How points become a mark: a weight for each notebook, and what a late one loses.</summary>
public sealed record GradingScheme
{
    private static readonly Dictionary<string, double> None = [];

    /// <summary>The weight of a notebook by its name; 1 for those not named.</summary>
    public IReadOnlyDictionary<string, double> Weights { get => field ?? None; init; }

    /// <summary>When a hand-in is late, or null for never.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The percent of its points that a notebook loses for each day begun after the deadline.</summary>
    public double PercentPerDay { get; init; }

    public double Weight(string? notebook) => Weights.GetValueOrDefault(notebook ?? "", 1);

    /// <summary>Whether it was handed in after the deadline, or the platform marked it as late.</summary>
    public bool IsLate(HandIn? handIn) => handIn is { Late: true } || handIn?.At > Deadline;

    /// <summary>The points of a notebook, weighted and less what is late.</summary>
    public double Mark(SubmissionRecord submission) => submission.Points * Weight(submission.Notebook) * Share(submission.HandIn?.At);

    private double Share(DateTimeOffset? at) =>
        at > Deadline ? Math.Max(0, 1 - (Math.Ceiling((at.Value - Deadline.Value).TotalDays) * PercentPerDay / 100)) : 1;
}
