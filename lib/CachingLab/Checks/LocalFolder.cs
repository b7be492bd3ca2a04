using CachingLab.Exams;

namespace CachingLab.Checks;

/// <summary>A temporary folder for an exam in this process, created at its first use and deleted on disposal.</summary>
internal sealed class LocalFolder : IDisposable
{
    /// <summary>The folder.</summary>
    /// <exception cref="IOException">The folder cannot be created; the message says so in one line.</exception>
    public Lazy<ExamFolder> Made { get; } = new(() => Make());

    public void Dispose()
    {
        try
        {
            if (Made.IsValueCreated)
                Directory.Delete(Made.Value.Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Code that never ended has a file open. The system cleans up its temporary folder.
        }
    }

    private static WorkingFolder Make()
    {
        try
        {
            return new WorkingFolder(Directory.CreateTempSubdirectory("cachinglab-").FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"a temporary folder is needed and could not be made: {CodeText.FirstLine(e.Message)}", e);
        }
    }

    private sealed class WorkingFolder(string path) : ExamFolder(path)
    {
        // The current folder is shared by the whole process.
        private static readonly SemaphoreSlim Gate = new(1, 1);

        public override async Task WorkInAsync(Func<Task> use)
        {
            await Gate.WaitAsync();
            try
            {
                string before = Environment.CurrentDirectory;
                Environment.CurrentDirectory = Path;
                try
                {
                    await use();
                }
                finally
                {
                    Environment.CurrentDirectory = before;
                }
            }
            finally
            {
                Gate.Release();
            }
        }
    }
}
