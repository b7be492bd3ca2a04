using CachingLab.Cli.State;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.Help;

/// <summary>Gives hints one at a time for the first requirement that fails, or the first step when there is no answer yet.</summary>
/// <param name="session">The session, which stores the hints shown.</param>
internal sealed class HintProvider(LabSession session)
{
    /// <summary>The next hint for the exercise in focus. When nothing in it fails, for the first one that does not pass, then for stretch goals.</summary>
    /// <param name="state">The state of the course.</param>
    /// <returns>Null when nothing fails.</returns>
    public Hint? Next(CourseState state) => state.Steps
        .OrderBy(e => e != state.Focus).ThenBy(e => state.StateOf(e) is ExerciseState.Passed)
        .Select(e => state.Records.GetValueOrDefault(e.Id)).OfType<ExerciseRecord>()
        .Select(Next).FirstOrDefault(h => h is not null);

    /// <summary>The next hint, which then counts as shown; null when nothing fails.</summary>
    /// <param name="record">The exercise's last verdict.</param>
    public Hint? Next(ExerciseRecord record)
    {
        if (Course.StepOf(record.Id) is not { } exercise)
            return null;
        return Next(exercise, record) is { } hint ? hint with { WayBack = WayBack.Of(record, session.Progress) } : null;
    }

    private Hint? Next(Exercise exercise, ExerciseRecord record)
    {
        if (record.CellMissing)
            return new Hint(exercise, HintKind.Advice, $"Its cell is missing in notebooks/{exercise.Notebook}.ipynb: '{LabCall.Name} reset {exercise.Id}' puts it back.");
        if (record.Status is GradeStatus.NotAttempted)
            return new Hint(exercise, HintKind.FirstStep, $"Not {(record.Begun ? "written" : "begun")} yet: notebooks/{session.Course.PlaceOf(exercise)}.");
        if (record.Status is GradeStatus.CompileError)
            return new Hint(exercise, HintKind.Advice, $"It does not compile yet: {Ended(record.Message)}\nMend that and save: once it compiles, there are hints for what fails.");
        Verdict? failed = record.Requirements.Where(r => r.Status is VerdictStatus.Failed).MinBy(r => r.Stretch);
        RequirementInfo? requirement = exercise.Requirements.FirstOrDefault(r => r.Id == failed?.Id);
        if (requirement is not null)
            return Next(exercise, requirement) with { Thrown = failed?.Counterexample is { Threw: true } shown ? shown.Got : null };
        if (!record.Stopped)
            return null;
        bool judged = record.Requirements.Any(r => r.Status is not VerdictStatus.NotRun);
        string stopped = judged ? "It was stopped before every requirement was judged" : "No requirement was judged";
        return new Hint(exercise, HintKind.Advice, $"{stopped}: {Ended(record.Message)}") { Requirement = Running(exercise, record) };
    }

    /// <summary>The requirement that was being judged when the answer was stopped. The messages of those after it repeat its message.</summary>
    private static RequirementInfo? Running(Exercise exercise, ExerciseRecord record)
    {
        Verdict? running = record.Requirements.Where(r => r.Status is VerdictStatus.NotRun)
            .FirstOrDefault(r => record.Requirements.Any(later => later.Message == "not run: " + r.Message));
        return exercise.Requirements.FirstOrDefault(r => r.Id == running?.Id);
    }

    private static string Ended(string sentence) => sentence is [.., '.' or '?' or '!'] ? sentence : sentence + ".";

    private Hint Next(Exercise exercise, RequirementInfo requirement)
    {
        int shown = session.Progress.Of(exercise.Id).HintsShown.GetValueOrDefault(requirement.Id);
        if (shown >= requirement.Hints.Count)
            return new Hint(exercise, HintKind.Advice, WhereToLook(exercise, requirement)) { Requirement = requirement, Shown = requirement.Hints };
        session.Progress.AddHint(exercise.Id, requirement.Id);
        return new Hint(exercise, HintKind.Next, requirement.Hints[shown]) { Requirement = requirement, Shown = [.. requirement.Hints.Take(shown)] };
    }

    private string WhereToLook(Exercise exercise, RequirementInfo requirement)
    {
        string part = CourseSection.Of(exercise.Id, requirement.Id) is { } heading
            ? $"notebooks/{exercise.Notebook}.ipynb, under \"{heading}\""
            : $"what stands above your cell: notebooks/{session.Course.PlaceOf(exercise)}";
        return $"These are all the hints for this. Read once more {part}.\nThe answer: {LabCall.Name} solution {exercise.Id} --peek";
    }
}
