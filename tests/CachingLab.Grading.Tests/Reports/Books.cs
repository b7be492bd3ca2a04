using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Tests.Reports;

/// <summary>Grade books for the reports' tests.</summary>
internal static class Books
{
    /// <summary>Text that breaks reports: markup, quotes, a CDATA end, NUL, escape, a right-to-left override, half a surrogate pair.</summary>
    public const string Hostile = "</details><script>alert('x')</script>\"'&]]>\0\u001b[31m\u202Egpj.exe\ud800\r\nend";

    public static readonly Counterexample Shown = new("MakeCacheKey(a) and (b)", "\"same\"", "two keys", "MakeCacheKey(a) == MakeCacheKey(b)");

    public static Verdict Requirement(
        string id, VerdictStatus status = VerdictStatus.Passed, bool stretch = false, Counterexample? shown = null, string message = "") =>
        new(id, $"Title of {id}", stretch, status, message, shown);

    public static ExerciseRecord Exercise(GradeStatus status, params IReadOnlyList<Verdict> requirements) => new(
        "cache-key",
        status,
        requirements.Count(r => !r.Stretch && r.Status is VerdictStatus.Passed),
        requirements.Count(r => !r.Stretch),
        0.41,
        requirements,
        "",
        [],
        7);

    /// <summary>One requirement met, one not, one without a verdict, one stretch requirement not met.</summary>
    public static ExerciseRecord Mixed(GradeStatus status = GradeStatus.Failed) => Exercise(
        status,
        Requirement("same-request-same-key"),
        Requirement("every-field-counts", VerdictStatus.Failed, shown: Shown, message: Shown.ToString()),
        Requirement("any-culture", VerdictStatus.NotRun, message: "judged after same-request-same-key"),
        Requirement("negative-zero", VerdictStatus.Failed, stretch: true, shown: Shown, message: Shown.ToString()));

    public static SubmissionRecord Submission(string path, params IReadOnlyList<ExerciseRecord> exercises) =>
        new(path, "01-cache-key", exercises) { HandIn = OwnerOf(path) };

    public static SubmissionRecord Ungradable(string path, string error) => new(path, null, [], error) { HandIn = OwnerOf(path) };

    public static GradeBook Of(params IReadOnlyList<SubmissionRecord> submissions) => new(submissions, "no network");

    /// <summary>A book in which a learner chose every text that a learner can choose.</summary>
    public static GradeBook HostileBook() => Of(
        Submission(
            Hostile + "/01.ipynb",
            Mixed() with { Message = Hostile, Notes = [Hostile], Source = Hostile },
            Exercise(
                GradeStatus.Failed,
                Requirement("safe-key", VerdictStatus.Failed, shown: new(Hostile, Hostile, Hostile, Hostile), message: Hostile)) with
            { Id = "extended-key" }),
        Submission("ada/01.ipynb", Mixed(GradeStatus.Crashed) with { Message = new string('x', 100_000) }),
        Ungradable(Hostile, Hostile));

    // A folder is a learner.
    private static HandIn OwnerOf(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path.Split('/')[0]);
        return new(name, name);
    }
}
