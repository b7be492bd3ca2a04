using CachingLab.Exams;
using CachingLab.Grading;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Answers.Tests;

/// <summary>Where a learner finds an exercise.</summary>
internal static class Place
{
    /// <summary>The repository that the tests were built in.</summary>
    public static CourseFolder Course { get; } = CourseFolder.Find(AppContext.BaseDirectory);

    /// <summary>The notebook, and the heading above the cell: editors do not show the cell's id.</summary>
    public static string Of(Exercise exercise) => $"notebooks/{Course.PlaceOf(exercise)}";

    /// <summary>Whether the learner's copy of a notebook differs from the one that was handed out, or cannot be read.</summary>
    public static bool IsBegun(string notebook)
    {
        try
        {
            Notebook? pristine = Course.Pristine.FirstOrDefault(n => n.Name == notebook);
            string file = Path.Combine(Course.NotebooksFolder, notebook + ".ipynb");
            return pristine is not null && File.Exists(file) && !CourseFolder.IsUntouched(NotebookReader.Read(SubmissionFile.Choose(file).Path), pristine);
        }
        catch (NotebookFormatException)
        {
            return true;
        }
    }
}
