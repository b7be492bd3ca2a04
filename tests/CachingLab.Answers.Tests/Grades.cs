using CachingLab.Exams;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;

[assembly: AssemblyFixture(typeof(CachingLab.Answers.Tests.Grades))]

namespace CachingLab.Answers.Tests;

/// <summary>What the grader finds in the chosen notebooks: the same grading as <c>./lab grade</c>, once for each file.</summary>
public sealed class Grades : IAsyncDisposable
{
    /// <summary>The folder of the learner's notebooks.</summary>
    public const string Learners = "notebooks";

    /// <summary>The folder of the solved notebooks.</summary>
    public const string Solutions = "solutions";

    private static readonly ExerciseGrader Exercises = new(new GradeOptions(), Walls.Choose(SandboxMode.Auto));
    private static readonly NotebookGrader Grader = new(Place.Course, Exercises);

    // The learner's come first: they are what is waited for.
    private static readonly SharedWork<(string Edition, string Notebook), SubmissionRecord> Work = new(
        from edition in (string[])[Learners, Solutions]
        from notebook in Program.Choice.Exercises.Select(e => e.Notebook).Distinct()
        select (edition, notebook),
        key => Grader.GradeAsync(Path.Combine(Place.Course.Root, key.Edition, key.Notebook + ".ipynb"), $"{key.Edition}/{key.Notebook}.ipynb"));

    /// <summary>The record of the notebook that an exercise is in.</summary>
    internal static Task<SubmissionRecord> Of(string edition, Exercise exercise) => Work[(edition, exercise.Notebook)];

    /// <summary>The learner's notebooks that were graded, by name.</summary>
    internal static IReadOnlyDictionary<string, SubmissionRecord> OfLearner() =>
        Work.Done().Where(d => d.Key.Edition == Learners).ToDictionary(d => d.Key.Notebook, d => d.Result);

    public ValueTask DisposeAsync() => Exercises.DisposeAsync();
}
