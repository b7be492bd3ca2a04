using CachingLab.Exams;
using CachingLab.Grading;
using CachingLab.Notebooks;

namespace CachingLab.Answers.Tests;

/// <summary>Where a learner finds an exercise.</summary>
internal static class Place
{
    /// <summary>The repository that the tests were built in.</summary>
    public static CourseFolder Course { get; } = CourseFolder.Find(AppContext.BaseDirectory);

    /// <summary>The notebook, and the heading above the cell: editors do not show the cell's id.</summary>
    public static string Of(Exercise exercise)
    {
        Notebook notebook = Course.Pristine.Single(n => n.Name == exercise.Notebook);
        string heading = notebook.Cells.TakeWhile(c => c.Id != exercise.CellId).Where(c => !c.IsCode)
            .SelectMany(c => c.Source.Split('\n')).Last(l => l.StartsWith('#'));
        return $"notebooks/{exercise.Notebook}.ipynb, under \"{heading.TrimStart('#', ' ')}\"";
    }
}
