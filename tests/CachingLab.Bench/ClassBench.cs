using System.Diagnostics;
using CachingLab.Exams;
using CachingLab.Grading;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Grading.Submissions;
using CachingLab.Notebooks;

namespace CachingLab.Bench;

/// <summary>Grades a made-up class of learners whose answers are drawn from the bank of known ones, and watches the grader's memory.</summary>
/// <param name="course">The course; the bank lies in its tests.</param>
internal sealed class ClassBench(CourseFolder course)
{
    private const string Bank = "tests/CachingLab.Grading.Tests/KnownAnswers";
    private const int WarmUp = 20;

    /// <summary>Grades so many notebooks, each with one drawn answer to each of its exercises.</summary>
    /// <param name="count">How many notebooks.</param>
    /// <param name="seed">What the answers are drawn from.</param>
    /// <param name="parallel">How many at a time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ClassBenchResult> RunAsync(int count, int seed, int parallel, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        Notebook[] pristines = [.. course.Pristine.Where(p => CourseFolder.ExercisesOf(p.Name).Count > 0)];
        FoundSubmission[] submissions = [.. Enumerable.Range(1, count).Select(n => Submission(n, pristines[random.Next(pristines.Length)], random))];
        var options = new GradeOptions { Seed = seed };
        await using var exercises = new ExerciseGrader(options, Walls.Choose(SandboxMode.Auto));
        exercises.Start();
        var grader = new ClassGrader(new NotebookGrader(course, exercises), parallel);
        using var run = GradingRun.Open(
            Directory.CreateTempSubdirectory("lab-bench-").FullName, ["bench"], "bench", seed, fresh: true);
        var memory = new MemoryMarks(WarmUp, () => exercises.CompilerUse.MemoryBytes);
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<SubmissionRecord> rows = await grader.GradeAsync(submissions, run, memory, cancellationToken);
        TimeSpan took = Stopwatch.GetElapsedTime(start);
        run.Finish();
        return new ClassBenchResult(rows, took, memory.AfterWarmUp, memory.Last, memory.Peak);
    }

    private FoundSubmission Submission(int number, Notebook pristine, Random random)
    {
        Notebook notebook = pristine;
        foreach (Exercise exercise in CourseFolder.ExercisesOf(pristine.Name))
        {
            string[] answers = [.. Directory.EnumerateFiles(Path.Combine(course.Root, Bank, exercise.Id), "*.csx")
                .Where(f => !Path.GetFileName(f).StartsWith("hostile", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
            int cell = notebook.Cells.Index().First(c => c.Item.Id == exercise.CellId).Index;
            notebook = notebook.WithCell(cell, notebook.Cells[cell].WithSource(File.ReadAllText(answers[random.Next(answers.Length)])));
        }

        byte[] bytes = NotebookWriter.ToBytes(notebook);
        return new FoundSubmission(
            $"learner-{number:000}/{pristine.Name}.ipynb", () => new SubmittedNotebook(NotebookReader.Parse(bytes, pristine.Name + ".ipynb"), null));
    }
}

/// <summary>The resident memory of the grader and its compiler, looked at after each row.</summary>
/// <param name="warmUp">After how many rows the grader counts as warm.</param>
/// <param name="compiler">What the compiler uses now.</param>
internal sealed class MemoryMarks(int warmUp, Func<long> compiler) : IProgress<ClassProgress>
{
    public long AfterWarmUp { get; private set; }

    public long Last { get; private set; }

    public long Peak { get; private set; }

    public void Report(ClassProgress value)
    {
        Last = Environment.WorkingSet + compiler();
        Peak = Math.Max(Peak, Last);
        if (value.Done == warmUp)
            AfterWarmUp = Last;
    }
}

/// <summary>What grading a made-up class took.</summary>
/// <param name="Rows">The verdicts.</param>
/// <param name="Took">Wall time, with a cold compiler.</param>
/// <param name="WarmBytes">The grader's resident memory after the first twenty.</param>
/// <param name="LastBytes">The same after the last.</param>
/// <param name="PeakBytes">The most it was.</param>
internal sealed record ClassBenchResult(IReadOnlyList<SubmissionRecord> Rows, TimeSpan Took, long WarmBytes, long LastBytes, long PeakBytes);
