using System.Diagnostics;
using CachingLab.Exams;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Grading.Answers;

/// <summary>Grades one answer at a time. Another process compiles it, a third one runs it, and this one judges it.</summary>
/// <param name="options">The seed and the limits.</param>
/// <param name="sandbox">Which sandbox is in force.</param>
/// <param name="pool">Supplies the processes, when some should be started ahead. It is disposed with the grader.</param>
public sealed class ExerciseGrader(GradeOptions options, SandboxChoice sandbox, SandboxPool? pool = null) : IAsyncDisposable
{
    private readonly CompilerProcess compiler = new(options.Limits, sandbox.Walls);
    private readonly SandboxPool processes = pool ?? new SandboxPool(options.Limits, sandbox.Walls, ahead: 0);

    /// <summary>What the compiler's process has used so far.</summary>
    public (TimeSpan CpuTime, long MemoryBytes) CompilerUse => compiler.Use();

    /// <summary>A digest of what this grader's verdicts depend on besides the answer and the seed; see <see cref="VerdictDigest"/>.</summary>
    /// <param name="course">The course that is graded by.</param>
    public string DigestOf(CourseFolder course) => VerdictDigest.Of(course, options.Limits, sandbox.Walls);

    /// <summary>Starts the compiler, so that it is ready for the first answer.</summary>
    public void Start() => compiler.Start();

    /// <summary>Grades one exercise of a submission.</summary>
    /// <param name="submission">The repaired submission.</param>
    /// <param name="pristine">The notebook as handed out.</param>
    /// <param name="exercise">The exercise.</param>
    /// <param name="refusal">Why no answer is run; null to run it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A record with every requirement exactly once, whatever the answer does.</returns>
    public async Task<ExerciseRecord> GradeAsync(
        Extraction submission, Notebook pristine, Exercise exercise, string? refusal = null, CancellationToken cancellationToken = default)
    {
        long start = Stopwatch.GetTimestamp();
        ExerciseAnswer? answer = submission.Exercises.FirstOrDefault(e => e.CellId == exercise.CellId);
        if (answer is null or { State: AnswerState.Pristine or AnswerState.Missing })
            return Unjudged(GradeStatus.NotAttempted, "not attempted yet", answer?.Notes ?? []) with { CellMissing = answer is { State: AnswerState.Missing } };

        if (refusal is not null)
            return Unjudged(GradeStatus.Blocked, refusal, answer.Notes);

        AnswerProgram program;
        try
        {
            using Activity? phase = GradingPhases.Begin(GradingPhases.Compile);
            program = await new AnswerCompiler(compiler).CompileAsync(submission, pristine, exercise, cancellationToken);
        }
        catch (CompilationStoppedException e)
        {
            return Unjudged(EndDescription.StatusOf(e), $"{new CellPlaces(submission, pristine).Of(e.Cell)}: {e.Problem}", answer.Notes);
        }

        if (program.Problem is not null)
            return Unjudged(GradeStatus.CompileError, program.Problem, [.. answer.Notes, .. program.Notes]);
        return await ExamineAsync(program, [.. answer.Notes, .. program.Notes]);

        async Task<ExerciseRecord> ExamineAsync(AnswerProgram compiled, IReadOnlyList<string> notes)
        {
            await using var host = new AnswerHost(compiled, processes);
            ExerciseRecord record = await JudgeAsync(host, notes);
            return record with { Printed = await host.StopAsync() };
        }

        async Task<ExerciseRecord> JudgeAsync(AnswerHost host, IReadOnlyList<string> notes)
        {
            try
            {
                using Activity? phase = GradingPhases.Begin(GradingPhases.Examine);
                ExamReport report = await host.ExamineAsync(options.Seed, cancellationToken);
                SandboxEnd? end = await host.EndAsync();
                GradeStatus status = end is not null && report.Required.Any(r => r.Status is VerdictStatus.NotRun)
                    ? EndDescription.StatusOf(end)
                    : StatusOf(report);
                string message = end is null || status is GradeStatus.Passed or GradeStatus.Failed ? "" : EndDescription.Of(end);
                if (status is GradeStatus.NotAttempted)
                    return Unjudged(status, ExerciseRecord.StillStub, [.. notes, .. host.Notes]);
                return Record(status, message, report.Results, [.. notes, .. host.Notes]);
            }
            catch (WorkLostException e)
            {
                GradeStatus status = await host.EndAsync() is { } end ? EndDescription.StatusOf(end) : GradeStatus.Crashed;
                return Unjudged(status, e.Message, [.. notes, .. host.Notes]);
            }
        }

        ExerciseRecord Unjudged(GradeStatus status, string message, IReadOnlyList<string> notes) => Record(
            status, message, [.. exercise.Requirements.Select(r => r.Judged(VerdictStatus.NotRun, message))], notes);

        ExerciseRecord Record(GradeStatus status, string message, IReadOnlyList<Verdict> requirements, IReadOnlyList<string> notes)
        {
            Verdict[] counted = [.. requirements.Where(r => !r.Stretch)];
            return RecordText.Bound(new ExerciseRecord(
                exercise.Id,
                status,
                counted.Count(r => r.Status is VerdictStatus.Passed),
                counted.Length,
                Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 3),
                requirements,
                message,
                [.. submission.Notes, .. notes],
                options.Seed)
            {
                Source = answer is { State: not (AnswerState.Pristine or AnswerState.Missing) } ? answer.Source : null,
            });
        }
    }

    /// <summary>Compiles without judging, so that the course's cells are cached and the compiler is warm for the next answer.</summary>
    public Task WarmAsync(Extraction submission, Notebook pristine, Exercise exercise, CancellationToken cancellationToken = default) =>
        new AnswerCompiler(compiler).CompileAsync(submission, pristine, exercise, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await processes.DisposeAsync();
        await compiler.DisposeAsync();
    }

    private static GradeStatus StatusOf(ExamReport report) => report switch
    {
        { Attempted: false } => GradeStatus.NotAttempted,
        { Passed: true } => GradeStatus.Passed,
        _ => GradeStatus.Failed,
    };
}
