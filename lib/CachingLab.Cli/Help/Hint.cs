using CachingLab.Cli.State;
using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.Help;

/// <summary>One piece of help.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Kind">The kind of help.</param>
/// <param name="Text">What to tell the learner, in a sentence or two.</param>
internal sealed record Hint(Exercise Exercise, HintKind Kind, string Text)
{
    /// <summary>The requirement, or null when the hint is about none in particular.</summary>
    public RequirementInfo? Requirement { get; init; }

    /// <summary>The exception that the answer threw but should not have, or null.</summary>
    public string? Thrown { get; init; }

    /// <summary>The requirement's hints that were shown before, in order.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];

    /// <summary>How to restore an earlier answer that passed, or null.</summary>
    public string? WayBack { get; init; }
}

/// <summary>The advice for an answer that fails when an earlier one passed.</summary>
internal static class WayBack
{
    /// <summary>How to restore the earlier answer; null when there is none or the answer passes.</summary>
    public static string? Of(ExerciseRecord record, ProgressStore progress) =>
        record.Status is not GradeStatus.Passed && progress.Of(record.Id).PassedAnswer is not null
            ? $"an earlier answer of yours passed: '{LabCall.Name} restore {record.Id}' puts it back"
            : null;
}

/// <summary>What kind of help a <see cref="Hint"/> is.</summary>
internal enum HintKind
{
    /// <summary>The next of the requirement's hints.</summary>
    Next,

    /// <summary>All hints were shown; the text says where to look now.</summary>
    AllShown,

    /// <summary>There is no answer yet; the text says so, and the exercise's first step follows.</summary>
    FirstStep,

    /// <summary>The answer did not get as far as the requirements; the text says why.</summary>
    Stopped,
}
