namespace CachingLab.Cli.Diagnostics;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="State">How it is.</param>
/// <param name="Topic">What it is, in a word or two.</param>
/// <param name="Says">What was found; for a missing thing, what it is for.</param>
/// <param name="Cure">The one command that mends it, or null.</param>
internal sealed record Finding(FindingState State, string Topic, string Says, string? Cure = null);

/// <summary>How a thing is.</summary>
internal enum FindingState
{
    Good,

    /// <summary>Not there, and not needed.</summary>
    Missing,

    /// <summary>It works, and the learner should know something about it.</summary>
    Notice,

    /// <summary>Needed, and not as it should be.</summary>
    Broken,
}
