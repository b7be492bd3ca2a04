namespace CachingLab.Cli.Diagnostics;

/// <summary>One finding of <c>lab doctor</c>.</summary>
/// <param name="State">The state of the thing examined.</param>
/// <param name="Topic">The thing examined, in a word or two.</param>
/// <param name="Says">What was found; for a missing thing, what it is for.</param>
/// <param name="Cure">The command that repairs it, or null.</param>
internal sealed record Finding(FindingState State, string Topic, string Says, string? Cure = null);

/// <summary>The state of a thing that <c>lab doctor</c> examined.</summary>
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
