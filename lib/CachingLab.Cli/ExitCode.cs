namespace CachingLab.Cli;

/// <summary>The command's exit codes. Scripts rely on them.</summary>
internal static class ExitCode
{
    /// <summary>Everything that was attempted passes.</summary>
    public const int Passed = 0;

    /// <summary>Something fails.</summary>
    public const int Failed = 1;

    /// <summary>The input could not be used; one line on stderr says why.</summary>
    public const int BadInput = 2;
}
