using CachingLab.Exams;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Grading.Answers;

/// <summary>Grades the exercises of one file, or says in one line why it cannot be graded.</summary>
public sealed class NotebookGrader(CourseFolder course, ExerciseGrader grader)
{
    /// <summary>Grades a file; the name is its path in reports.</summary>
    public async Task<SubmissionRecord> GradeAsync(string file, string name, CancellationToken cancellationToken = default)
    {
        try
        {
            SubmissionFile chosen = SubmissionFile.Choose(file);
            return await GradeAsync(NotebookReader.Read(chosen.Path), name, chosen.Note, cancellationToken: cancellationToken);
        }
        catch (NotebookFormatException e)
        {
            return new SubmissionRecord(name, null, [], e.Reason);
        }
        catch (MachineFaultException e)
        {
            return new SubmissionRecord(name, null, [], e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SubmissionRecord(name, null, [], CodeText.FirstLine(e.Message));
        }
    }

    /// <summary>Grades a notebook that has been read. The note says what was noticed when its file was chosen; a refusal says why no answer is run.</summary>
    /// <exception cref="MachineFaultException">The machine is at fault, so that nothing is known about an answer.</exception>
    public async Task<SubmissionRecord> GradeAsync(
        Notebook submission, string name, string? note = null, string? refusal = null, CancellationToken cancellationToken = default)
    {
        if (OriginalFinder.Find(submission, course.Pristine) is not { } pristine)
            return new SubmissionRecord(name, null, [], "not a copy of a notebook of this course: no cell of it was recognized");
        Extraction extraction = AnswerExtractor.Extract(submission, pristine, CourseFolder.DeclaresOf(pristine.Name));
        var records = new List<ExerciseRecord>();
        foreach (Exercise exercise in CourseFolder.ExercisesOf(pristine.Name))
        {
            ExerciseRecord record = await grader.GradeAsync(extraction, pristine, exercise, refusal, cancellationToken);
            records.Add(note is null ? record : record with { Notes = [note, .. record.Notes] });
        }

        return new SubmissionRecord(name, pristine.Name, records);
    }
}
