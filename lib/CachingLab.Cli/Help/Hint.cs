using CachingLab.Exams;

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
