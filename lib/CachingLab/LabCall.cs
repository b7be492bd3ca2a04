namespace CachingLab;

/// <summary>The lab's command, as typed at the repository's root. Other projects that name it compile this file too.</summary>
internal static class LabCall
{
    /// <summary>The command. PowerShell needs the path, and cmd.exe needs a backslash in it.</summary>
    public static string Name { get; } = OperatingSystem.IsWindows() ? @".\lab" : "./lab";
}
