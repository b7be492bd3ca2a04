using CachingLab.Grading.Isolation;

namespace CachingLab.Cli.Diagnostics;

/// <summary>Examines what the course can use but does not need.</summary>
internal static class OptionalTools
{
    /// <summary>The walls around answers that are graded.</summary>
    public static Task<IReadOnlyList<Finding>> WallsAsync()
    {
        const string Topic = "walls";
        return Task.FromResult<IReadOnlyList<Finding>>(
        [
            Walls.Here.Missing is { } missing
                ? new Finding(FindingState.Notice, Topic, $"answers of other people are graded with less around them: {missing}")
                : new Finding(FindingState.Good, Topic, "the kernel keeps answers that are graded from your files, the network and other processes"),
        ]);
    }
}
