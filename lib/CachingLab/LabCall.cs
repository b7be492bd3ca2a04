namespace CachingLab;

/// <summary>How the lab's command is called at the repository's root. The projects that name it compile this file too.</summary>
internal static class LabCall
{
    /// <summary>The command: PowerShell wants a path here as other shells do, and cmd.exe wants it with a backslash.</summary>
    public static string Name { get; } = OperatingSystem.IsWindows() ? @".\lab" : "./lab";
}
