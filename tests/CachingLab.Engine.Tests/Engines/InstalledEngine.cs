using CachingLab.Cli.Computer;
using CachingLab.Engine.Tests.Course;
using CachingLab.Notebooks;

namespace CachingLab.Engine.Tests.Engines;

/// <summary>A notebook engine that somebody may have installed, run by its own command.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Command">Its command.</param>
/// <param name="Get">How to get it.</param>
/// <param name="Arguments">The arguments by which it runs one file and stores what came of it in another one.</param>
/// <param name="Read">Reads that file.</param>
internal sealed record InstalledEngine(
    string Name, string Command, string Get, Func<string, string, string[]> Arguments, Func<string, Notebook, IReadOnlyList<CellOutcome>> Read)
{
    private const string Kernel = ".net-csharp";

    /// <summary>.NET Interactive as a kernel of Jupyter.</summary>
    public static InstalledEngine Jupyter { get; } = new(
        "Jupyter",
        "jupyter",
        "pip install nbconvert, and ./lab kernel",
        (file, made) => ["nbconvert", "--to", "notebook", "--execute", "--allow-errors", $"--ExecutePreprocessor.kernel_name={Kernel}", "--output", made, file],
        StoredOutcomes.OfNotebook);

    /// <summary>ClrKernel by its own command. The command line is from its sources; no package of it could be had to try it.</summary>
    public static InstalledEngine ClrKernel { get; } = new(
        "ClrKernel", "clrkernel", "dotnet tool install --global ClrKernel", (file, made) => ["run", file, "--output", made], StoredOutcomes.OfNotebook);

    /// <summary>Verso by its own command. The command line and the file are as its sources say; no package of it could be had to try it.</summary>
    public static InstalledEngine Verso { get; } = new(
        "Verso", "verso", "dotnet tool install --global Verso.Cli", (file, made) => ["run", file, "--output", "json", "--output-file", made], StoredOutcomes.OfVerso);

    /// <summary>Why it cannot be used here, and how to get it; null where it can.</summary>
    public async Task<string?> MissingAsync() =>
        Machine.This.Find(Command) is null ? $"{Name} is not on the path: {Get}"
        : this == Jupyter && !(await KernelsAsync()).Contains($"\"{Kernel}\"", StringComparison.Ordinal) ? $"{Name} has no kernel {Kernel}: ./lab kernel"
        : null;

    /// <summary>Runs a notebook, and returns what came of its code cells.</summary>
    public async Task<IReadOnlyList<CellOutcome>> RunAsync(Work work)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cachinglab-engine-");
        try
        {
            string notebooks = Repository.MakeNotebooksFolder(folder.FullName);
            string file = Path.Combine(notebooks, work.Name + ".ipynb");
            string made = Path.Combine(folder.FullName, "made.ipynb");
            NotebookWriter.Write(work.Notebook(), file);
            CommandEnd? end = await Machine.This.RunAsync(Command, Arguments(file, made), notebooks, TestContext.Current.CancellationToken);
            Assert.True(File.Exists(made), $"{Name} did not run {work}: {end?.Errors}");
            return Read(made, work.Notebook());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> KernelsAsync() =>
        await Machine.This.AskAsync("jupyter", ["kernelspec", "list", "--json"], Repository.Root, TestContext.Current.CancellationToken) ?? "";
}
