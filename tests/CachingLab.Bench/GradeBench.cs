using System.Diagnostics;
using CachingLab.Grading;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Records;
using CachingLab.Grading.Submissions;

namespace CachingLab.Bench;

/// <summary>Grades the solved notebooks once, as <c>lab grade solutions</c> does, in a process that has just begun.</summary>
/// <param name="course">The course.</param>
internal sealed class GradeBench(CourseFolder course)
{
    /// <summary>Grades them.</summary>
    /// <param name="parallel">How many notebooks at a time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<GradeBenchResult> RunAsync(int parallel, CancellationToken cancellationToken)
    {
        using var phases = new PhaseTimes();
        using var self = Process.GetCurrentProcess();
        TimeSpan before = DateTime.Now - self.StartTime;
        using SubmissionSet set = SubmissionFinder.Find([course.SolutionsFolder]);
        var options = new GradeOptions();
        await using var exercises = new ExerciseGrader(options, SandboxChoice.Make(options.Sandbox));
        exercises.Start();
        using var run = GradingRun.Open(Directory.CreateTempSubdirectory("lab-bench-").FullName, ["bench"], "bench", seed: null, fresh: true);
        var memory = new MemoryMarks(int.MaxValue, () => exercises.CompilerUse.MemoryBytes);
        IReadOnlyList<SubmissionRecord> rows = await new ClassGrader(new NotebookGrader(course, exercises), parallel)
            .GradeAsync(set.Submissions, run, memory, cancellationToken);
        run.Finish();
        return new GradeBenchResult(rows, before, DateTime.Now - self.StartTime, phases.All, memory.Peak);
    }
}
