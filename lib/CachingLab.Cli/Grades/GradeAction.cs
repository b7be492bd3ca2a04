using CachingLab.Exams;
using CachingLab.Grading;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Likenesses;
using CachingLab.Grading.Records;
using CachingLab.Grading.Submissions;

namespace CachingLab.Cli.Grades;

/// <summary>The action of <c>lab grade</c>.</summary>
internal static class GradeAction
{
    /// <summary>Grades, writes the reports, and returns the exit code.</summary>
    public static async Task<int> RunAsync(GradeCall call, CancellationToken cancellationToken)
    {
        // Checks the call itself before the grading, which takes time.
        CourseFolder course = CourseFolder.Find(AppContext.BaseDirectory);
        call.Reports.Check();
        IReadOnlyList<string> paths = call.Paths.Count > 0 ? call.Paths : [course.NotebooksFolder];
        Func<GradeBook, GradeBook> ofClass = call.Class.Read();
        IReadOnlyList<FoundSubmission> all = Find(paths, call.Learner);
        ShardRecord? shard = ShardOf(call, all);
        IReadOnlyList<FoundSubmission> submissions = shard is null ? all : [.. shard.Places.Select(p => all[p])];
        string[] asked = [.. paths, .. call.Shard is null ? Array.Empty<string>() : [$"--shard {call.Shard}"]];
        Walls walls = Walls.Choose(call.Sandbox);
        SandboxPlace.Check();
        string runs = RunsFolder.Of(course);
        using SupervisedProcess? supervised = SupervisedProcess.Begin(cancellationToken);
        if (supervised is null && submissions.Count > 1)
            return await GradeSupervisor.OfThisCall(GradingRun.FileOf(runs, asked)).RunAsync(cancellationToken);
        cancellationToken = supervised?.Token ?? cancellationToken;

        bool again = supervised is { IsAgain: true };
        var options = new GradeOptions { Limits = call.Limits };
        using var run = GradingRun.Open(
            runs, asked, VerdictDigest.Of(course, options.Limits, walls), call.Seed ?? ExamSeed.Asked(), call.Fresh && !again);
        if (run.Kept > 0 && !call.Reports.Quiet && !again)
            await Console.Error.WriteLineAsync($"going on with an interrupted run: {run.Kept} of {submissions.Count} notebooks are graded (--fresh starts over)");

        await using var exercises = new ExerciseGrader(options with { Seed = run.Seed }, walls);
        exercises.Start();
        var grader = new ClassGrader(new NotebookGrader(course, exercises), call.Parallel);
        try
        {
            var rows = await GradeProgress.ShowAsync(
                call.Reports.Quiet, submissions.Count, progress => grader.GradeAsync(submissions, run, progress, cancellationToken));
            GradeBook book = LikenessFinder.Note(ofClass(new GradeBook(rows, walls.Description) { Graded = Now(), Course = course.Version, Shard = shard }), course);
            call.Reports.Write(book);

            // The rows are kept when some are missing because of the machine, so that the same command grades only these.
            if (!book.Submissions.Any(GradesEnd.IsOfMachine))
                run.Finish();
            return await GradesEnd.CodeAsync(book, Console.Error);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            string next = run.IsKept ? "the same command goes on from there" : "its rows could not be kept";
            await Console.Error.WriteLineAsync($"stopped after {Math.Max(run.Kept, grader.Done)} of {submissions.Count} notebooks: {next}");
            return ExitCode.BadInput;
        }
    }

    private static ShardRecord? ShardOf(GradeCall call, IReadOnlyList<FoundSubmission> all) => call switch
    {
        { Shard: null } => null,
        { Class.Roster: not null } => throw new IOException("--roster and --shard: a part does not know who handed in elsewhere; give the roster to 'lab report'"),
        _ => call.Shard.Choose(all),
    };

    private static IReadOnlyList<FoundSubmission> Find(IReadOnlyList<string> paths, string? learner)
    {
        try
        {
            return SubmissionFinder.Find(paths, learner);
        }
        catch (ArgumentException e) when (learner is not null)
        {
            throw new IOException($"--learner {learner}: {e.Message}", e);
        }
    }

    private static DateTimeOffset Now()
    {
        DateTimeOffset now = TimeProvider.System.GetLocalNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }
}

/// <summary>The arguments of <c>lab grade</c>.</summary>
/// <param name="Paths">What to grade; empty for the learner's own notebooks.</param>
/// <param name="Learner">The regular expression that finds the learner in a path, or null.</param>
/// <param name="Class">Who is in the class and how it is marked.</param>
/// <param name="Shard">The part of the class to grade; null for all of it.</param>
/// <param name="Reports">The reports asked for.</param>
/// <param name="Sandbox">Whether answers are isolated by walls.</param>
/// <param name="Seconds">Processor time of one answer, in seconds; null for the default.</param>
/// <param name="Megabytes">Memory of one answer, in MB; null for the default.</param>
/// <param name="Parallel">How many notebooks are graded at a time.</param>
/// <param name="Seed">The seed of the random inputs; null for a random one.</param>
/// <param name="Fresh">Whether to discard an interrupted run.</param>
internal sealed record GradeCall(
    IReadOnlyList<string> Paths,
    string? Learner,
    ClassFiles Class,
    ClassShard? Shard,
    AskedReports Reports,
    SandboxMode Sandbox,
    int? Seconds,
    int? Megabytes,
    int Parallel,
    int? Seed,
    bool Fresh)
{
    /// <summary>The limits of an answer. The other limits on its time are in proportion to the processor time.</summary>
    public SandboxLimits Limits
    {
        get
        {
            var limits = new SandboxLimits();
            if (Seconds is { } seconds)
                limits = limits.WithCpuTime(TimeSpan.FromSeconds(seconds));
            return Megabytes is { } megabytes ? limits with { MemoryBytes = megabytes * 1024L * 1024 } : limits;
        }
    }
}
