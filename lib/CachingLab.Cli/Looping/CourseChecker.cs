using System.Collections.Concurrent;
using System.Threading.Channels;
using CachingLab.Cli.Progress;
using CachingLab.Exams;
using CachingLab.Execution;
using CachingLab.Grading;
using CachingLab.Notebooks;

namespace CachingLab.Cli.Looping;

/// <summary>Checks what changed in a notebook, by the grader's own path, kept warm for as long as the lab is open.</summary>
/// <param name="course">The course.</param>
/// <param name="grader">Grades each answer.</param>
/// <param name="pool">The grader's processes; the next ones are started after each check.</param>
/// <param name="progress">Remembers verdicts.</param>
internal sealed class CourseChecker(CourseFolder course, ExerciseGrader grader, SandboxPool pool, ProgressStore progress)
{
    private readonly Lazy<string> digest = new(() => CourseDigest.Of(course));
    private readonly ConcurrentDictionary<string, AnswerText> told = new();

    /// <summary>Tells a verdict for each exercise whose answer is another than the one told before.</summary>
    /// <param name="name">The notebook's name.</param>
    /// <param name="notebook">Its content.</param>
    /// <param name="events">Where verdicts are told.</param>
    /// <param name="cancellationToken">Gives up: a newer save is there.</param>
    public async Task CheckAsync(string name, Notebook notebook, ChannelWriter<LabEvent> events, CancellationToken cancellationToken)
    {
        Notebook? pristine = course.Pristine.FirstOrDefault(p => p.Name == name) ?? CourseNotebook.Identify(notebook, course.Pristine);
        if (pristine is null)
            return;
        Extraction extraction = AnswerExtractor.Extract(notebook, pristine, CourseFolder.Declares);
        (Exercise Exercise, AnswerText Answer)[] changed =
        [
            .. CourseFolder.ExercisesOf(pristine.Name).Select(e => (e, AnswerText.Of(extraction, e)))
                .Where(c => told.GetValueOrDefault(c.e.Id)?.Hash != c.Item2.Hash)
                // The answer that was edited first; one that only stands below it can wait.
                .OrderBy(c => told.GetValueOrDefault(c.e.Id)?.Source == c.Item2.Source),
        ];
        string[] ids = [.. changed.Select(c => c.Exercise.Id)];
        await events.WriteAsync(new ChecksBegun(ids), cancellationToken);
        try
        {
            foreach ((Exercise exercise, AnswerText answer) in changed)
            {
                bool show = told.TryGetValue(exercise.Id, out AnswerText? before) && before.Source != answer.Source;
                ExerciseRecord record = progress.Verdict(exercise.Id, answer.Hash, digest.Value)
                    ?? await GradeAsync(extraction, pristine, exercise, answer, cancellationToken);
                told[exercise.Id] = answer;
                await events.WriteAsync(new Judged(record, show), cancellationToken);
            }
        }
        finally
        {
            events.TryWrite(new ChecksEnded(name, ids, extraction is { Recognized: false, Notes: [var note, ..] } ? note : null));
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

    private async Task<ExerciseRecord> GradeAsync(
        Extraction extraction, Notebook pristine, Exercise exercise, AnswerText answer, CancellationToken cancellationToken)
    {
        ExerciseRecord record = await grader.GradeAsync(extraction, pristine, exercise, cancellationToken);
        record = record with { Notes = [.. extraction.Notes, .. record.Notes] };
        progress.Add(record, answer, digest.Value);
        return record;
    }
}
