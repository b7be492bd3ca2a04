using CachingLab.Cli.State;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.Help;

/// <summary>What is said where an answer fails and an earlier one passed.</summary>
internal static class WayBack
{
    /// <summary>How the earlier answer comes back; null when there is none, or nothing fails.</summary>
    public static string? Of(ExerciseRecord record, ProgressStore progress) =>
        record.Status is not GradeStatus.Passed && progress.Of(record.Id).PassedAnswer is not null
            ? $"an earlier answer of yours passed: '{LabCall.Name} restore {record.Id}' puts it back"
            : null;
}
