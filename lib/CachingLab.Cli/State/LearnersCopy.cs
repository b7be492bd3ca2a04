using CachingLab.Exercises;
using CachingLab.Grading;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Cli.State;

/// <summary>The learner's copy of a course notebook.</summary>
internal static class LearnersCopy
{
    /// <summary>The file that holds the learner's newest work: the <c>.ipynb</c>, or a newer <c>.verso</c> beside it.</summary>
    public static string File(CourseFolder course, string notebook) =>
        SubmissionFile.Choose(Path.Combine(course.NotebooksFolder, notebook + ".ipynb")).Path;

    /// <summary>Why a notebook cannot be read, and how to repair it when it is a notebook of the course.</summary>
    public static string WithCure(string notebook, string reason) => Course.StepsOf(notebook) is [var exercise, ..]
        ? $"{reason}; '{LabCall.Name} reset {exercise.Id}' writes the notebook anew, and keeps the damaged file and your last passing answer"
        : reason;

    /// <summary>The notebook as handed out.</summary>
    /// <exception cref="IOException">The course has no notebook of that name, because a file was removed.</exception>
    public static Notebook Pristine(CourseFolder course, string notebook) =>
        course.Pristine.FirstOrDefault(n => n.Name == notebook)
        ?? throw new FileNotFoundException($"solutions/{notebook}.ipynb is missing: bring it back with 'git checkout -- solutions'");
}
