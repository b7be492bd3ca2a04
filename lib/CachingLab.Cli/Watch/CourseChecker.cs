using System.Collections.Concurrent;
using System.Threading.Channels;
using CachingLab.Cli.Help;
using CachingLab.Cli.State;
using CachingLab.Exams;
using CachingLab.Grading;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Cli.Watch;

/// <summary>Checks the changed answers of a notebook with the grader, which stays warm while the lab is open.</summary>
/// <param name="course">The course.</param>
/// <param name="grader">Grades each answer.</param>
/// <param name="pool">The grader's processes, which are prepared after each check.</param>
/// <param name="progress">The store of verdicts.</param>
internal sealed class CourseChecker(CourseFolder course, ExerciseGrader grader, SandboxPool pool, ProgressStore progress)
{
    private readonly Lazy<string> digest = new(() => grader.DigestOf(course));
    private readonly ConcurrentDictionary<string, AnswerText> told = new();

    /// <summary>Reports a verdict on each exercise whose answer has changed since its last report.</summary>
    /// <param name="name">The notebook's name.</param>
    /// <param name="notebook">Its content.</param>
    /// <param name="events">Receives the verdicts.</param>
    /// <param name="cancellationToken">Gives up, for a newer save.</param>
    public async Task CheckAsync(string name, Notebook notebook, ChannelWriter<LabEvent> events, CancellationToken cancellationToken)
    {
        Notebook? pristine = course.Pristine.FirstOrDefault(p => p.Name == name) ?? OriginalFinder.Find(notebook, course.Pristine);
        if (pristine is null || IsUntouched(notebook, pristine))
            return;
        Extraction extraction = AnswerExtractor.Extract(notebook, pristine, CourseFolder.DeclaresOf(pristine.Name));
        (Exercise Exercise, AnswerText Answer)[] changed =
        [
            .. Exercises.Course.StepsOf(pristine.Name).Select(e => (e, AnswerText.Of(extraction, e)))
                .Where(c => told.GetValueOrDefault(c.e.Id)?.Hash != c.Item2.Hash)
                // The edited answer comes first. Those that only follow it in the notebook can wait.
                .OrderBy(c => !Differs(c.e, c.Item2, a => a.Source)),
        ];
        string[] ids = [.. changed.Select(c => c.Exercise.Id)];
        bool edited = changed.Any(c => Differs(c.Exercise, c.Answer, a => a.Source));
        await events.WriteAsync(new ChecksBegun(ids), cancellationToken);
        try
        {
            foreach ((Exercise exercise, AnswerText answer) in changed)
            {
                // When no answer was edited, the learner must see a new note.
                bool show = Differs(exercise, answer, edited ? a => a.Source : a => a.Notes);
                ExerciseRecord record = progress.Verdict(exercise.Id, answer.Hash, digest.Value)
                    ?? await GradeAsync(extraction, pristine, exercise, answer, cancellationToken);
                told[exercise.Id] = answer;
                await events.WriteAsync(new Judged(WithWayBack(record), show), cancellationToken);
            }
        }
        finally
        {
            events.TryWrite(new ChecksEnded(name, ids));
            pool.Prepare();
        }
    }

    /// <summary>Compiles the cells above an exercise, so that its first check is as fast as later ones.</summary>
    public Task WarmAsync(Exercise exercise, CancellationToken cancellationToken)
    {
        pool.Prepare();
        return course.Pristine.FirstOrDefault(p => p.Name == exercise.Notebook) is { } pristine
            ? grader.WarmAsync(AnswerExtractor.Extract(pristine, pristine, CourseFolder.DeclaresOf(pristine.Name)), pristine, exercise, cancellationToken)
            : Task.CompletedTask;
    }

    /// <summary>Whether a notebook of part two was never changed. It needs no verdict, and part two's assembly need not be loaded for it.</summary>
    private bool IsUntouched(Notebook notebook, Notebook pristine) =>
        Exercises.Course.PartTwo.Has(pristine.Name)
        && CourseFolder.IsUntouched(notebook, pristine)
        && !progress.Verdicts().Any(CourseState.IsBeyondPartOne);

    /// <summary>Whether a part of an answer has changed since the last check; false before the first one.</summary>
    private bool Differs(Exercise exercise, AnswerText answer, Func<AnswerText, string> what) =>
        told.TryGetValue(exercise.Id, out AnswerText? before) && what(before) != what(answer);

    // The advice is added to the reported verdict only and is not stored, because it may change.
    private ExerciseRecord WithWayBack(ExerciseRecord record) =>
        record.Begun && WayBack.Of(record, progress) is { } line ? record with { Notes = [.. record.Notes, line] } : record;

    private async Task<ExerciseRecord> GradeAsync(
        Extraction extraction, Notebook pristine, Exercise exercise, AnswerText answer, CancellationToken cancellationToken)
    {
        ExerciseRecord record = await grader.GradeAsync(extraction, pristine, exercise, cancellationToken: cancellationToken);
        progress.Add(record, answer, digest.Value);
        return record;
    }
}
