using CachingLab.Exams;
using CachingLab.Grading;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Cli.State;

/// <summary>The verdicts on the current notebooks: the stored one when nothing has changed since, else a new one.</summary>
/// <param name="course">The course.</param>
/// <param name="progress">The store of verdicts.</param>
/// <param name="grader">Creates the grader.</param>
internal sealed class FreshVerdicts(CourseFolder course, ProgressStore progress, Func<ExerciseGrader> grader)
{
    /// <summary>The verdict on one exercise.</summary>
    /// <exception cref="NotebookFormatException">The notebook cannot be read.</exception>
    /// <exception cref="IOException">There is no notebook.</exception>
    public async Task<ExerciseRecord> OfAsync(Exercise exercise, CancellationToken cancellationToken = default)
    {
        Notebook pristine = LearnersCopy.Pristine(course, exercise.Notebook);
        string file = LearnersCopy.File(course, exercise.Notebook);
        if (!File.Exists(file))
            throw new FileNotFoundException($"notebooks/{exercise.Notebook}.ipynb is missing: '{LabCall.Name} reset {exercise.Id}' writes it anew");
        Extraction work = AnswerExtractor.Extract(Read(file, exercise), pristine, CourseFolder.DeclaresOf(pristine.Name));
        AnswerText answer = AnswerText.Of(work, exercise);
        await using ExerciseGrader fresh = grader();
        string digest = fresh.DigestOf(course);
        if (progress.Verdict(exercise.Id, answer.Hash, digest) is { } known)
            return known;
        ExerciseRecord record = await fresh.GradeAsync(work, pristine, exercise, cancellationToken: cancellationToken);
        progress.Add(record, answer, digest);
        return record;
    }

    private static Notebook Read(string file, Exercise exercise)
    {
        try
        {
            return NotebookReader.Read(file);
        }
        catch (NotebookFormatException e)
        {
            throw new NotebookFormatException(e.File, LearnersCopy.WithCure(exercise.Notebook, e.Reason), e);
        }
    }
}
