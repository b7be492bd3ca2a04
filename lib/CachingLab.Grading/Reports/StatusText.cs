using System.Globalization;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>The names of statuses in reports.</summary>
internal static class StatusText
{
    /// <summary>The status as the schema spells it, such as <c>out-of-memory</c>.</summary>
    public static string Id(GradeStatus status) => status switch
    {
        GradeStatus.NotAttempted => "not-attempted",
        GradeStatus.CompileError => "compile-error",
        GradeStatus.OutOfMemory => "out-of-memory",
        GradeStatus.Passed => "passed",
        GradeStatus.Failed => "failed",
        GradeStatus.Timeout => "timeout",
        GradeStatus.Crashed => "crashed",
        GradeStatus.Blocked => "blocked",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "not a status of the contract"),
    };

    /// <summary>The status in words, such as <c>out of memory</c>.</summary>
    public static string Words(GradeStatus status) => Id(status).Replace('-', ' ');

    /// <summary>Seconds with one decimal, in any culture.</summary>
    public static string Seconds(double seconds) => seconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    /// <summary>Points or a mark, with the decimals that weights and late hand-ins make.</summary>
    public static string Mark(double mark) => mark.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A count and its noun: <c>1 learner</c>, <c>2 learners</c>.</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
