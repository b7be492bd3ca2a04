namespace CachingLab.Cli.Tests;

/// <summary>Shell scripts that stand in for commands.</summary>
internal static class ShellScript
{
    /// <summary>Writes a script that can be run; on Windows the test is skipped.</summary>
    public static void Write(string file, string script)
    {
        if (OperatingSystem.IsWindows())
            throw Xunit.Sdk.SkipException.ForSkip("the stand-ins for commands are shell scripts");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
