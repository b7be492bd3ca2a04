using CachingLab.Grading;
using CachingLab.Notebooks;

namespace CachingLab.Cli.Tests;

/// <summary>A folder with submissions that goes with the test.</summary>
public abstract class Desk : IDisposable
{
    internal const string Right = "bool ShouldCache(LlmRequest r) => r.Temperature == 0 && r.SystemPrompt.Length + r.UserPrompt.Length <= 10_000;";
    internal const string Wrong = "bool ShouldCache(LlmRequest r) => true;";
    private static readonly CourseFolder Course = CourseFolder.Find(AppContext.BaseDirectory);

    internal string Root { get; } = Directory.CreateTempSubdirectory("lab-test-").FullName;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Directory.Delete(Root, recursive: true);

    internal string Write(string path, string text)
    {
        string file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>A copy of notebook 06 with that answer to its short exercise, and none to its long one.</summary>
    internal string Submit(string path, string answer)
    {
        Notebook pristine = Course.Pristine.Single(n => n.Name == "06-cache-policy");
        string file = Write(path, "");
        NotebookWriter.Write(pristine.WithCells(pristine.Cells.Select(c => c.Id == "ex-should-cache" ? c.WithSource(answer) : c)), file);
        return file;
    }
}
