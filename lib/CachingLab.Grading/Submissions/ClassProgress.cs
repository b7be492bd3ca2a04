using System.Globalization;

namespace CachingLab.Grading.Submissions;

/// <summary>The progress of grading a class.</summary>
/// <param name="Done">Submissions with a row.</param>
/// <param name="Total">Submissions in all.</param>
/// <param name="Kept">Of those done, how many an earlier run had graded.</param>
/// <param name="Elapsed">Since this run began.</param>
public sealed record ClassProgress(int Done, int Total, int Kept, TimeSpan Elapsed)
{
    /// <summary>How long the rest will take at the pace so far; null before anything was graded.</summary>
    public TimeSpan? TimeLeft => Done > Kept ? Elapsed / (Done - Kept) * (Total - Done) : null;

    /// <summary>As in <c>12/400 graded, about 3 min left</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Done}/{Total} graded{(Kept > 0 ? $" ({Kept} in an earlier run)" : "")}{Left()}");

    private string Left() => TimeLeft switch
    {
        null => "",
        _ when Done == Total => "",
        { TotalSeconds: < 60 } => ", less than a minute left",
        { TotalMinutes: < 90 } left => string.Create(CultureInfo.InvariantCulture, $", about {Math.Ceiling(left.TotalMinutes):0} min left"),
        { } left => string.Create(CultureInfo.InvariantCulture, $", about {left.TotalHours:0.0} h left"),
    };
}
