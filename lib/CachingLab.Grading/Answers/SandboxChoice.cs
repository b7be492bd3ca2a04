using CachingLab.Execution;

namespace CachingLab.Grading;

/// <summary>Which sandbox is in force, decided once for a call of the grader.</summary>
/// <param name="Walls">Whether bubblewrap surrounds each answer.</param>
/// <param name="Description">What that means, in a sentence for boards and reports.</param>
public sealed record SandboxChoice(bool Walls, string Description)
{
    private const string Portable =
        "bounds on time, memory, output, disk and processes, but the network and this machine's files are within reach of the answers";

    /// <summary>Decides.</summary>
    /// <exception cref="SandboxUnavailableException">It is required and cannot be had.</exception>
    public static SandboxChoice Make(SandboxMode mode)
    {
        SandboxLeftovers.RemoveOnce();
        string? problem = mode is SandboxMode.Off ? "--sandbox off" : SandboxProcess.WallsProblem;
        if (problem is null)
            return new SandboxChoice(true, "bubblewrap: no network, no files but its own folder, its own processes; bounds on time, memory, output and disk");
        return mode is SandboxMode.Require
            ? throw new SandboxUnavailableException($"--sandbox require: {problem}")
            : new SandboxChoice(false, $"{Portable} ({problem})");
    }
}
