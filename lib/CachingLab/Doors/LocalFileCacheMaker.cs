using System.Reflection;
using CachingLab.Exams;

namespace CachingLab.Doors;

/// <summary>Opens a learner's file caches in this process.</summary>
/// <param name="open">Calls the constructor with a path.</param>
/// <param name="folder">Where the exam's paths lie.</param>
public sealed class LocalFileCacheMaker(Func<string, ILlmCache> open, ExamFolder folder) : IFileCacheMaker, IFromCell
{
    // The working folder is one for the whole process.
    private static readonly SemaphoreSlim Gate = new(1, 1);

    Module IFromCell.Cell => open.Method.Module;

    public ExamFolder Folder { get; } = folder;

    public async Task InFolderAsync(Func<Task> use)
    {
        await Gate.WaitAsync();
        string before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = Folder.Path;
            await use();
        }
        finally
        {
            Environment.CurrentDirectory = before;
            Gate.Release();
        }
    }

    public Task<ITestedCache> OpenAsync(string path, CancellationToken cancellationToken = default) =>
        LocalCache.CreateAsync(() => open(path), cancellationToken);
}
