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

/// <summary>Checks what changed in a notebook, by the grader's own path, kept warm for as long as the lab is open.</summary>
/// <param name="course">The course.</param>
/// <param name="grader">Grades each answer.</param>
/// <param name="pool">The grader's processes; the next ones are started after each check.</param>
/// <param name="progress">Remembers verdicts.</param>
internal sealed class CourseChecker(CourseFolder course, ExerciseGrader grader, SandboxPool pool, ProgressStore progress)
{
    private readonly Lazy<string> digest = new(() => grader.DigestOf(course));
    private readonly ConcurrentDictionary<string, AnswerText> told = new();

    /// <summary>Tells a verdict for each exercise whose answer is another than the one told before.</summary>
    /// <param name="name">The notebook's name.</param>
    /// <param name="notebook">Its content.</param>
    /// <param name="events">Where verdicts are told.</param>
    /// <param name="cancellationToken">Gives up: a newer save is there.</param>
    public async Task CheckAsync(string name, Notebook notebook, ChannelWriter<LabEvent> events, CancellationToken cancellationToken)
    {
        Notebook? pristine = course.Pristine.FirstOrDefault(p => p.Name == name) ?? OriginalFinder.Find(notebook, course.Pristine);
        if (pristine is null)
            return;
        Extraction extraction = AnswerExtractor.Extract(notebook, pristine, CourseFolder.Declares);
        (Exercise Exercise, AnswerText Answer)[] changed =
        [
            .. Exercises.Course.Steps.Where(e => e.Notebook == pristine.Name).Select(e => (e, AnswerText.Of(extraction, e)))
                .Where(c => told.GetValueOrDefault(c.e.Id)?.Hash != c.Item2.Hash)
                // The answer that was edited first; one that only stands below it can wait.
                .OrderBy(c => !Differs(c.e, c.Item2, a => a.Source)),
        ];
        string[] ids = [.. changed.Select(c => c.Exercise.Id)];
        bool edited = changed.Any(c => Differs(c.Exercise, c.Answer, a => a.Source));
        await events.WriteAsync(new ChecksBegun(ids), cancellationToken);
        try
        {
            foreach ((Exercise exercise, AnswerText answer) in changed)
            {
                // Where no answer was edited, a note that is new is what the learner has to see.
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

    /// <summary>Compiles what stands above an exercise, so that its first check is as quick as the next.</summary>
    public Task WarmAsync(Exercise exercise, CancellationToken cancellationToken)
    {
        pool.Prepare();
        return course.Pristine.FirstOrDefault(p => p.Name == exercise.Notebook) is { } pristine
            ? grader.WarmAsync(AnswerExtractor.Extract(pristine, pristine, CourseFolder.Declares), pristine, exercise, cancellationToken)
            : Task.CompletedTask;
    }

    /// <summary>Whether something of an answer is another than at the last check; nothing is before the first one.</summary>
    private bool Differs(Exercise exercise, AnswerText answer, Func<AnswerText, string> what) =>
        told.TryGetValue(exercise.Id, out AnswerText? before) && what(before) != what(answer);

    // What is told, not what is remembered: another answer may pass later.
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
