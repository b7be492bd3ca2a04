namespace CachingLab.Grading.Isolation;

/// <summary>The names inside a sandbox's folder.</summary>
internal static class SandboxFolders
{
    /// <summary>The current folder of the cells, empty at the start.</summary>
    public const string Work = "work";

    /// <summary>The current folder of a child in other surroundings.</summary>
    public const string OtherWork = "elsewhere";
    public const string Home = "home";
    public const string Temporary = "tmp";
}
