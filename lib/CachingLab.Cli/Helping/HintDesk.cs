using CachingLab.Cli.Progress;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading;

namespace CachingLab.Cli.Helping;

/// <summary>Gives out hints one at a time, for the first requirement that fails.</summary>
/// <param name="progress">Remembers what was shown.</param>
internal sealed class HintDesk(ProgressStore progress)
{
    /// <summary>The next hint; it counts as shown from now on. Null when nothing fails.</summary>
    /// <param name="record">The exercise's last verdict.</param>
    public Hint? Next(ExerciseRecord record)
    {
        if (Course.Steps.FirstOrDefault(e => e.Id == record.Id) is not { } exercise)
            return null;
        if (record.Status is GradeStatus.NotAttempted)
            return new Hint(HintKind.NotAttempted, null, 0, FirstSteps(exercise), []);
        RequirementRecord? failed = record.Requirements.Where(r => r.Status is RequirementVerdict.Failed).MinBy(r => r.Stretch);
        RequirementInfo? requirement = exercise.Requirements.FirstOrDefault(r => r.Id == failed?.Id);
        if (requirement is not null)
            return Next(exercise, requirement);
        return record.Stopped ? new Hint(HintKind.Stopped, null, 0, $"No requirement was judged: {record.Message}.", []) : null;
    }

    private Hint Next(Exercise exercise, RequirementInfo requirement)
    {
        int shown = progress.Of(exercise.Id).HintsShown.GetValueOrDefault(requirement.Id);
        if (shown >= requirement.Hints.Count)
            return new Hint(HintKind.AllShown, requirement, 0, WhereToLook(exercise, requirement), requirement.Hints);
        progress.AddHint(exercise.Id, requirement.Id);
        return new Hint(HintKind.Next, requirement, shown + 1, requirement.Hints[shown], [.. requirement.Hints.Take(shown)]);
    }

    private static string FirstSteps(Exercise exercise) =>
        $"Nothing is written yet: open notebooks/{exercise.Notebook}.ipynb, write {exercise.Declares} in cell {exercise.CellId} "
        + "below its TODO lines, and save. Hints begin with the first requirement that fails.";

    private static string WhereToLook(Exercise exercise, RequirementInfo requirement)
    {
        string part = CourseSection.Of(exercise.Id, requirement.Id) is { } heading ? $"the section '{heading}'" : $"the part above cell {exercise.CellId}";
        return $"These are all the hints for this. Read {part} in notebooks/{exercise.Notebook}.ipynb once more.\n"
            + $"The answer: ./lab solution {exercise.Id} --peek";
    }
}
