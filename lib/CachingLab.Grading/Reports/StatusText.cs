using System.Globalization;
using System.Text.Json;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>The names, signs and numbers of reports.</summary>
internal static class StatusText
{
    /// <summary>The status as the schema spells it, such as <c>out-of-memory</c>.</summary>
    public static string Id(GradeStatus status) => JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString());

    /// <summary>The status in words, such as <c>out of memory</c>.</summary>
    public static string Words(GradeStatus status) => Id(status).Replace('-', ' ');

    /// <summary>The outcome of an exercise as one sign.</summary>
    public static string Sign(GradeStatus status) => status switch
    {
        GradeStatus.Passed => "\u2713",
        GradeStatus.Failed => "\u2717",
        GradeStatus.NotAttempted => "\u25cb",
        _ => "!",
    };

    /// <summary>Seconds with one decimal, in any culture.</summary>
    public static string Seconds(double seconds) => seconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    /// <summary>Points or a mark, with the decimals that weights and late hand-ins make.</summary>
    public static string Mark(double mark) => mark.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A count and its noun: <c>1 learner</c>, <c>2 learners</c>.</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>The number below which <paramref name="share"/> (0 to 1) of the sorted numbers lie, interpolated between two. There is at least one number.</summary>
    public static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
