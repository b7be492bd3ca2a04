namespace CachingLab.Cli.Diagnostics;

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
