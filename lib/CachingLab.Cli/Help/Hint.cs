using CachingLab.Cli.State;
using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.Help;

/// <summary>One piece of help.</summary>
/// <param name="Exercise">For which exercise.</param>
/// <param name="Kind">What kind of help it is.</param>
/// <param name="Text">What to tell the learner, in a sentence or two.</param>
internal sealed record Hint(Exercise Exercise, HintKind Kind, string Text)
{
    /// <summary>For which requirement, or null when it is for none in particular.</summary>
    public RequirementInfo? Requirement { get; init; }

    /// <summary>What the answer threw where nothing should have been thrown, or null.</summary>
    public string? Thrown { get; init; }

    /// <summary>The requirement's hints shown before, in order.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];

    /// <summary>How an earlier answer that passed comes back, or null.</summary>
    public string? WayBack { get; init; }
}

/// <summary>What is said where an answer fails and an earlier one passed.</summary>
internal static class WayBack
{
    /// <summary>How the earlier answer comes back; null when there is none, or nothing fails.</summary>
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

    /// <summary>All of them were shown; the text says where to look now.</summary>
    AllShown,

    /// <summary>There is no answer yet; the text says so, and the exercise's first step follows.</summary>
    FirstStep,

    /// <summary>The answer did not get as far as the requirements; the text says why.</summary>
    Stopped,
}
