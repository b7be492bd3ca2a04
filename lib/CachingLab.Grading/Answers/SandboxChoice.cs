using CachingLab.Grading.Isolation;
using CachingLab.Worker.Isolation;

namespace CachingLab.Grading.Answers;

/// <summary>Which sandbox is in force, decided once for a call of the grader.</summary>
/// <param name="Walls">The walls around each answer.</param>
/// <param name="Description">What the walls mean, in a sentence for boards and reports.</param>
public sealed record SandboxChoice(Walls Walls, string Description)
{
    /// <summary>Chooses the walls of this machine according to the mode.</summary>
    /// <exception cref="SandboxUnavailableException">Full walls are required but not available.</exception>
    public static SandboxChoice Make(SandboxMode mode)
    {
        SandboxLeftovers.RemoveOnce();
        return Of(mode is SandboxMode.Off ? Walls.None : Walls.Here, mode);
    }

    /// <summary>Describes the choice of these walls.</summary>
    /// <exception cref="SandboxUnavailableException">Full walls are required, but these are not full.</exception>
    public static SandboxChoice Of(Walls walls, SandboxMode mode = SandboxMode.Auto)
    {
        if (mode is SandboxMode.Require && !walls.AreFull)
            throw new SandboxUnavailableException($"--sandbox require: {walls.Missing}");
        bool files = walls.Parts.HasFlag(WallParts.Files);
        bool calls = walls.Parts.HasFlag(WallParts.Calls);
        string[] holds =
        [
            .. calls ? ["no network", "no other processes"] : Array.Empty<string>(),
            .. files ? ["no files but its own folder"] : Array.Empty<string>(),
            "bounds on time, memory, output and disk",
        ];
        string[] lacks =
        [
            .. calls ? Array.Empty<string>() : ["the network", "this machine's processes, the grader's too,"],
            .. files ? Array.Empty<string>() : ["this machine's files"],
        ];
        string kept = string.Join(", ", holds);
        return new SandboxChoice(walls, lacks.Length == 0 ? kept : $"{kept}; but within reach of the answers: {string.Join(" and ", lacks)} ({walls.Missing})");
    }
}
