using CachingLab.Exams;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;

namespace CachingLab.Answers.Tests.Reports;

/// <summary>The list that ends a run: a line for each exercise, and after a failure how to run less.</summary>
/// <param name="exercises">The exercises of the run.</param>
/// <param name="graded">What was found in their notebooks, by name.</param>
/// <param name="strict">Whether an exercise that is not attempted fails.</param>
internal sealed class ExerciseList(IReadOnlyList<Exercise> exercises, IReadOnlyDictionary<string, SubmissionRecord> graded, bool strict)
{
    private const string Margin = "  ";

    // The platform counts this list among the skipped tests.
    private const string Nothing = "no exercise: the one that is counted as skipped is this list";

    /// <summary>What was skipped, to be read after the word <c>skipped</c>.</summary>
    public string Skipped
    {
        get
        {
            ExerciseRecord[] records = [.. exercises.Select(RecordOf).OfType<ExerciseRecord>()];
            int untried = strict ? 0 : records.Count(r => r.Status is GradeStatus.NotAttempted);
            if (untried > 0)
                return untried == 1 ? "1 exercise that is not attempted yet" : $"{untried} exercises that are not attempted yet";
            int stretch = records.Where(r => r.Status is GradeStatus.Passed).Sum(r => r.StretchOf - r.StretchPoints);
            if (stretch > 0)
                return stretch == 1 ? "1 stretch requirement that is not met: none is needed to pass" : $"{stretch} stretch requirements that are not met: none is needed to pass";
            return Nothing;
        }
    }

    /// <summary>The list, to stand below that: an empty line first and last, each line indented.</summary>
    public override string ToString()
    {
        List<string> lines = ["", $"{"notebook",-17}{"exercise",-15}{"verdict",-17}met", .. exercises.SelectMany(Lines)];
        if (exercises.FirstOrDefault(Fails) is { } failed)
        {
            lines.AddRange(
            [
                "",
                $"Only one exercise:  dotnet test {Choice.Option} {failed.Id}",
                $"Only one notebook:  dotnet test {Choice.Option} {failed.Notebook}",
                $"A hint:             {LabCall.Name} hint {failed.Id}",
            ]);
        }

        return string.Join('\n', [.. lines.Select(l => (Margin + l).TrimEnd()), ""]);
    }

    private IEnumerable<string> Lines(Exercise exercise)
    {
        ExerciseRecord? record = RecordOf(exercise);
        bool untried = record is { Status: GradeStatus.NotAttempted };
        yield return $"{exercise.Notebook,-17}" + (record is null
            ? $"{exercise.Id,-14} could not be graded"
            : untried ? $"{exercise.Id,-14} {record.Message}" : ConsoleReport.Line(record));
        if (!untried || strict)
            yield break;

        // Such as that its cell is missing, and how to get it back. What was noticed about the others stands in their failures.
        using var notes = new StringWriter { NewLine = "\n" };
        ConsoleReport.WriteDetails(record! with { Message = "" }, notes);
        foreach (string note in notes.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            yield return note;
    }

    private bool Fails(Exercise exercise) => TestOutcome.Of(exercise, graded[exercise.Notebook], strict).Failure is not null;

    private ExerciseRecord? RecordOf(Exercise exercise) => TestOutcome.RecordOf(exercise, graded[exercise.Notebook]);
}
