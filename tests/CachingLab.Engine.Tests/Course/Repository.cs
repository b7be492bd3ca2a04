using CachingLab.Notebooks;
using CachingLab.Notebooks.Releases;

namespace CachingLab.Engine.Tests.Course;

/// <summary>The repository that the tests were built in.</summary>
internal static class Repository
{
    private static readonly string[] Scripts = ["setup.csx", "setup-production.csx"];

    /// <summary>Its folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The solved notebooks, in order.</summary>
    public static IReadOnlyList<Notebook> Solved { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "solutions"), "*.ipynb").Order(StringComparer.Ordinal).Select(NotebookReader.Read)];

    /// <summary>The notebooks that are handed out; notebooks/ of a clone may hold a learner's work.</summary>
    public static IReadOnlyList<Notebook> Pristine { get; } = [.. Solved.Select(Release.Make)];

    /// <summary>The built <c>lab</c>, of the configuration that the tests were built in.</summary>
    public static string Lab { get; } = Path.Combine(Root, "lib", "CachingLab.Cli", Path.GetRelativePath(
        Path.Combine(Root, "tests", "CachingLab.Engine.Tests"), AppContext.BaseDirectory), "lab.dll");

    /// <summary>Makes a folder for notebooks, beside which their imports are found.</summary>
    public static string MakeNotebooksFolder(string parent)
    {
        string lib = Directory.CreateDirectory(Path.Combine(parent, "lib")).FullName;
        foreach (string script in Scripts)
            File.Copy(Path.Combine(Root, "lib", script), Path.Combine(lib, script));
        return Directory.CreateDirectory(Path.Combine(parent, "notebooks")).FullName;
    }

    private static string FindRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CachingLab.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("the tests are not in their repository");
        return folder.FullName;
    }
}
