using CachingLab.Cli.State;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;
using CachingLab.Notebooks;
using Microsoft.Extensions.Time.Testing;

namespace CachingLab.Cli.Tests;

/// <summary>A copy of the course in a temporary folder, as a learner has it on the first day.</summary>
internal sealed class CourseCopy : IDisposable
{
    private static readonly CourseFolder Original = CourseFolder.Find(AppContext.BaseDirectory);

    public CourseCopy()
    {
        Root = Directory.CreateTempSubdirectory("lab-cli-tests-").FullName;
        foreach (string name in (string[])["CachingLab.slnx", "global.json"])
            File.Copy(Path.Combine(Original.Root, name), Path.Combine(Root, name));
        Directory.CreateDirectory(Path.Combine(Root, "solutions"));
        foreach (string file in Original.SolutionFiles())
            File.Copy(file, Path.Combine(Root, "solutions", Path.GetFileName(file)));
        foreach (Notebook pristine in Original.Pristine)
            NotebookWriter.Write(pristine, FileOf(pristine.Name));
    }

    public string Root { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public List<string> Said { get; } = [];

    public string Lab => Path.Combine(Root, ".lab");

    public string ProgressFile => Path.Combine(Lab, "progress.json");

    /// <summary>What is tested is what answers do, not how fast a busy machine lets them.</summary>
    public static GradeOptions Patient { get; } = new()
    {
        Limits = new SandboxLimits
        {
            WallTime = TimeSpan.FromMinutes(5),
            CpuTime = TimeSpan.FromMinutes(2),
            CompileTime = TimeSpan.FromMinutes(2),
        },
    };

    public static Exercise CacheKey => Course.Exercises[0];

    /// <summary>The lab as a command finds it when it starts.</summary>
    public LabSession Open() => new(CourseFolder.Find(Path.Combine(Root, "notebooks")), Time, Said.Add) { Options = Patient };

    public string FileOf(string notebook) => Path.Combine(Root, "notebooks", notebook + ".ipynb");

    public Notebook Read(string notebook) => NotebookReader.Read(FileOf(notebook));

    public string Answer(Exercise exercise) => Read(exercise.Notebook).Find(exercise.CellId)!.Source;

    /// <summary>Writes an answer into a notebook as an editor does.</summary>
    public void Write(Exercise exercise, string source) => NotebookWriter.Write(With(exercise, source), FileOf(exercise.Notebook));

    /// <summary>The notebook as it is now, but for that answer.</summary>
    public Notebook With(Exercise exercise, string source)
    {
        Notebook notebook = Read(exercise.Notebook);
        int index = notebook.Cells.TakeWhile(c => c.Id != exercise.CellId).Count();
        return notebook.WithCell(index, notebook.Cells[index].WithSource(source));
    }

    /// <summary>The course's own answer, as it can be pasted.</summary>
    public string Solution(Exercise exercise) =>
        CachingLab.Notebooks.Releases.SolutionBlocks.ToSolution(NotebookReader.Read(Path.Combine(Root, "solutions", exercise.Notebook + ".ipynb")).Find(exercise.CellId)!.Source);

    /// <summary>Changes a cell of the course itself, as a newer version does.</summary>
    public void Publish(string notebook, Func<Notebook, Notebook> change)
    {
        string file = Path.Combine(Root, "solutions", notebook + ".ipynb");
        NotebookWriter.Write(change(NotebookReader.Read(file)), file);
    }

    public string[] Kept() => Directory.Exists(Path.Combine(Lab, "kept")) ? Directory.GetFiles(Path.Combine(Lab, "kept")) : [];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
