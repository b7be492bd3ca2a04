using System.Diagnostics;
using CachingLab.Exams;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Grading.Answers;

/// <summary>Grades one answer at a time. Another process compiles it, a third one runs it, and this one judges it.</summary>
public sealed class ExerciseGrader : IAsyncDisposable
{
    private readonly GradeOptions options;
    private readonly Walls walls;
    private readonly CompilerProcess compiler;
    private readonly SandboxPool processes;
    private readonly AnswerExaminer examiner;

    /// <summary>Makes a grader. A pool is passed when processes should be started ahead; it is disposed with the grader.</summary>
    public ExerciseGrader(GradeOptions options, Walls walls, SandboxPool? pool = null)
    {
        (this.options, this.walls) = (options, walls);
        compiler = new CompilerProcess(options.Limits, walls);
        processes = pool ?? new SandboxPool(options.Limits, walls, ahead: 0);
        examiner = new AnswerExaminer(processes, options.Seed);
    }

    /// <summary>What the compiler's process has used so far.</summary>
    public (TimeSpan CpuTime, long MemoryBytes) CompilerUse => compiler.Use();

    /// <summary>A digest of what this grader's verdicts depend on besides the answer and the seed; see <see cref="VerdictDigest"/>.</summary>
    public string DigestOf(CourseFolder course) => VerdictDigest.Of(course, options.Limits, walls);

    /// <summary>Starts the compiler, so that it is ready for the first answer.</summary>
    public void Start() => compiler.Start();

    /// <summary>Grades one exercise of a repaired submission. A refusal says why no answer is run.</summary>
    /// <returns>A record with every requirement exactly once, whatever the answer does.</returns>
    /// <exception cref="MachineFaultException">The machine is at fault, so that nothing is known about the answer.</exception>
    public async Task<ExerciseRecord> GradeAsync(
        Extraction submission, Notebook pristine, Exercise exercise, string? refusal = null, CancellationToken cancellationToken = default)
    {
        long start = Stopwatch.GetTimestamp();
        ExerciseAnswer? answer = submission.Exercises.FirstOrDefault(e => e.CellId == exercise.CellId);
        if (answer is not { State: AnswerState.Found })
            return Unjudged(GradeStatus.NotAttempted, "not attempted yet", answer?.Notes ?? []) with { CellMissing = answer is { State: AnswerState.Missing } };

        if (refusal is not null)
            return Unjudged(GradeStatus.Blocked, refusal, answer.Notes);

        AnswerProgram program;
        try
        {
            program = await new AnswerCompiler(compiler).CompileAsync(submission, pristine, exercise, cancellationToken);
        }
        catch (CompilationStoppedException e)
        {
            return Unjudged(EndDescription.StatusOf(e), $"{new CellPlaces(submission, pristine).Of(e.Cell)}: {e.Problem}", answer.Notes);
        }

        if (program.Problem is not null)
            return Unjudged(GradeStatus.CompileError, program.Problem, [.. answer.Notes, .. program.Notes]);
        Examined found = await examiner.ExamineAsync(program, cancellationToken);
        return Record(found with { Notes = [.. answer.Notes, .. program.Notes, .. found.Notes] });

        ExerciseRecord Unjudged(GradeStatus status, string message, IReadOnlyList<string> notes) => Record(Examined.Unjudged(exercise, status, message, notes));

        ExerciseRecord Record(Examined found)
        {
            Verdict[] counted = [.. found.Verdicts.Where(r => !r.Stretch)];
            return RecordText.Bound(new ExerciseRecord(
                exercise.Id,
                found.Status,
                counted.Count(r => r.Status is VerdictStatus.Passed),
                counted.Length,
                Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 3),
                found.Verdicts,
                found.Message,
                [.. submission.Notes, .. found.Notes],
                options.Seed)
            {
                Printed = found.Printed,
                Source = answer is { State: AnswerState.Found } ? answer.Source : null,
            });
        }
    }

    /// <summary>Compiles without judging, so that the course's cells are cached and the compiler is warm for the next answer.</summary>
    public Task WarmAsync(Extraction submission, Notebook pristine, Exercise exercise, CancellationToken cancellationToken = default) =>
        new AnswerCompiler(compiler).CompileAsync(submission, pristine, exercise, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        examiner.Dispose();
        await processes.DisposeAsync();
        await compiler.DisposeAsync();
    }
}

/// <summary>How answers are graded.</summary>
public sealed record GradeOptions
{
    /// <summary>What the process of one answer may use.</summary>
    public SandboxLimits Limits { get; init; } = new();

    /// <summary>The seed of the random inputs: the same seed draws the same inputs.</summary>
    /// <exception cref="ExamSeedException">The seed in the environment is not a whole number.</exception>
    public int Seed { get; init; } = ExamSeed.Asked() ?? ExamSeed.Draw();
}
