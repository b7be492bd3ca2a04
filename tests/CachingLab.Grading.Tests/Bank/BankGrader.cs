using System.Diagnostics;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>Grades answers of the bank as the command does: the pristine notebook with one cell replaced, through one warm grader.</summary>
public sealed class BankGrader : IAsyncDisposable
{
    private static readonly CourseFolder CourseHere = CourseFolder.Find(AppContext.BaseDirectory);

    // Ends a test that hangs; nothing that a busy machine does to an answer takes so long.
    private static readonly TimeSpan Hung = TimeSpan.FromMinutes(15);
    private readonly ExerciseGrader exercises;
    private readonly NotebookGrader grader;

    /// <param name="limits">What each answer may use.</param>
    /// <param name="walls">What is put around each.</param>
    /// <param name="seed">The seed of what the exams draw; any when left out.</param>
    public BankGrader(SandboxLimits limits, Walls walls, int? seed = null)
    {
        var options = new GradeOptions { Limits = limits };
        exercises = new ExerciseGrader(seed is { } drawn ? options with { Seed = drawn } : options, walls);
        grader = new NotebookGrader(CourseHere, exercises);
    }

    /// <summary>How many answers are examined at a time. An answer that waits uses no processor, and a limit of processor time does not mind company.</summary>
    public static int AtOnce { get; } = Environment.ProcessorCount * 3;

    /// <summary>Grades them all, and keeps their order.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="atOnce">How many at a time; as many as there are processors when left out.</param>
    public async Task<IReadOnlyList<Graded>> GradeAsync(IReadOnlyList<KnownAnswer> answers, int? atOnce = null)
    {
        var graded = new Graded[answers.Count];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = atOnce ?? Environment.ProcessorCount,
            CancellationToken = TestContext.Current.CancellationToken,
        };
        await Parallel.ForAsync(0, answers.Count, options, async (i, token) => graded[i] = await GradeAsync(answers[i], token));
        return graded;
    }

    public ValueTask DisposeAsync() => exercises.DisposeAsync();

    /// <summary>Grades one.</summary>
    public async Task<Graded> GradeAsync(KnownAnswer answer, CancellationToken cancellationToken)
    {
        Notebook pristine = CourseHere.Pristine.Single(n => n.Name == answer.Exercise.Notebook);
        Notebook submission = pristine.WithCells(
            pristine.Cells.Select(c => c.Id == answer.Exercise.CellId ? c.WithSource(answer.Source) : c));
        Notebook read = NotebookReader.Parse(NotebookWriter.ToBytes(submission), pristine.Name + ".ipynb");
        long start = Stopwatch.GetTimestamp();
        SubmissionRecord record = await grader.GradeAsync(read, answer.Title, cancellationToken: cancellationToken).WaitAsync(Hung, cancellationToken);
        return new Graded(answer, record.Exercises.Single(e => e.Id == answer.Exercise.Id), Stopwatch.GetElapsedTime(start));
    }
}
