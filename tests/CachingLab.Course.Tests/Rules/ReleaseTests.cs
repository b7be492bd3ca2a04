using CachingLab.Course.Tests.Shared;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Releases;

namespace CachingLab.Course.Tests.Rules;

/// <summary>notebooks/ is what solutions/ make.</summary>
public sealed class ReleaseTests
{
    public static IEnumerable<TheoryDataRow<string>> Names => CourseFiles.NameRows;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_notebook_is_what_its_solution_releases(string name)
    {
        string file = CourseFiles.LearnersFile(name);
        if (!File.Exists(file))
            throw new PlainFailureException($"notebooks/{name}.ipynb is missing; './lab release' makes it from solutions/");
        IReadOnlyList<string> differences = Release.Check(CourseFiles.Solved(name), Read(file, name), Strictness.Pristine);

        // A learner tries things out in the course's cells, as notebook 00 asks them to: worth saying, no failure.
        if (differences.Count > 0 && !Strictness.Pristine)
            Assert.Skip($"yours by now: {string.Join("; ", differences)} (authors: './lab release')");
        CourseFiles.NoneOf(differences.Select(d => $"notebooks/{name}.ipynb: {d}; edit solutions/, then run './lab release'"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Solutions_differ_from_notebooks_in_exercise_cells_only(string name)
    {
        Notebook solved = CourseFiles.Solved(name), handedOut = CourseFiles.Ruled("notebooks", name);
        Assert.Equal(solved.Cells.Select(c => c.Id), handedOut.Cells.Select(c => c.Id));
        CourseFiles.NoneOf(solved.Cells.Zip(handedOut.Cells)
            .Where(p => (p.First.Source != p.Second.Source || p.First.Type != p.Second.Type) != CourseCell.IsExercise(p.First.Id))
            .Select(p => $"{name}, cell {p.First.Id}: {(CourseCell.IsExercise(p.First.Id) ? "the exercise is handed out solved" : "it differs")}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_exercise_is_followed_by_its_check(string name)
    {
        Notebook notebook = CourseFiles.Solved(name);
        string[] code = [.. notebook.Cells.Where(c => c.IsCode).Select(c => c.Id!)];
        string[] exercises = [.. Exercises.Course.Exercises.Where(e => e.Notebook == name).Select(e => e.CellId)];
        Assert.Equal(exercises, code.Where(CourseCell.IsExercise));
        Assert.All(exercises, e => Assert.True(Array.IndexOf(code, CourseCell.CheckOf(e)) > Array.IndexOf(code, e), $"{name}: no check below {e}"));
    }

    private static Notebook Read(string file, string name)
    {
        try
        {
            return NotebookReader.Read(file);
        }
        catch (NotebookFormatException e)
        {
            throw new PlainFailureException($"notebooks/{name}.ipynb: {e.Reason}");
        }
    }
}
