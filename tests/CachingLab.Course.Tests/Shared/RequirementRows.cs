using CachingLab.Exams;
using CachingLab.Grading;

namespace CachingLab.Course.Tests;

/// <summary>Every requirement of the course as a row, named so that the list reads as a table of contents.</summary>
internal static class RequirementRows
{
    public static IEnumerable<TheoryDataRow<string, string>> Named(string prefix) =>
        from exercise in Exercises.Course.Exercises
        from requirement in exercise.Requirements
        select new TheoryDataRow<string, string>(exercise.Id, requirement.Id) { TestDisplayName = prefix + Name(exercise, requirement), Label = "" };

    public static Exercise Exercise(string id) => Exercises.Course.Exercises.Single(e => e.Id == id);

    /// <summary>The record of an exercise.</summary>
    /// <exception cref="PlainFailureException">The file could not be graded.</exception>
    public static ExerciseRecord RecordOf(Exercise exercise, SubmissionRecord submission) => submission switch
    {
        { Error: { } error } => throw new PlainFailureException(error.StartsWith(submission.Path, StringComparison.Ordinal) ? error : $"{submission.Path}: {error}"),
        _ => submission.Exercises.FirstOrDefault(e => e.Id == exercise.Id)
            ?? throw new PlainFailureException($"{submission.Path}: it holds the cells of {submission.Notebook}, so {exercise.Id} is not in it"),
    };

    /// <summary>Why a requirement is not met, with what shows it.</summary>
    public static string Shortcoming(ExerciseRecord record, RequirementRecord requirement)
    {
        if (record.Stopped)
            return $"{StatusWord(record.Status)}: {(record.Message.Length > 0 ? record.Message : requirement.Message)}";
        if (requirement is not { Status: RequirementVerdict.Failed, Counterexample: { } shown })
            return requirement.Status is RequirementVerdict.NotRun ? $"not run: {requirement.Message}" : requirement.Message;
        string code = shown.Code.Length == 0 ? "" : $"\nto see it, paste this into a cell:\n{shown.Code}";
        return $"tried     {shown.Tried}\ngot       {shown.Got}\nexpected  {shown.Expected}{code}";
    }

    private static string StatusWord(GradeStatus status) => status switch
    {
        GradeStatus.CompileError => "does not compile",
        GradeStatus.Timeout => "timed out",
        GradeStatus.OutOfMemory => "out of memory",
        GradeStatus.Blocked => "blocked",
        _ => "crashed",
    };

    private static string Name(Exercise exercise, RequirementInfo requirement)
    {
        string name = exercise.Notebook.Replace('-', ' ');
        if (Exercises.Course.Exercises.Count(e => e.Notebook == exercise.Notebook) > 1)
            name += $", {exercise.Id.Replace('-', ' ')}";
        return $"{name}{(requirement.Stretch ? " (stretch)" : "")}: {Lowered(requirement.Title)}";
    }

    // A sentence's first word goes on in lower case; a name of C# keeps its letters.
    private static string Lowered(string title) =>
        title.Split(' ')[0].Skip(1).Any(c => !char.IsLower(c)) ? title : char.ToLowerInvariant(title[0]) + title[1..];
}
