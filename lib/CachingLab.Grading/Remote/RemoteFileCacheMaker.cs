using CachingLab.Exams;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Grading.Remote;

/// <summary>A learner's file cache in another process, in a folder that both sides see.</summary>
/// <param name="work">The process.</param>
internal sealed class RemoteFileCacheMaker(RemoteWork work) : IFileCacheMaker
{
    public ExamFolder Folder { get; } = new RemoteFolder(work);

    // The process works nowhere else.
    public Task InFolderAsync(Func<Task> use) => use();

    public async Task<ITestedCache> OpenAsync(string path, CancellationToken cancellationToken = default) =>
        new RemoteCache(work, (await work.AskAsync<HandleReply>(new OpenCache(path), cancellationToken)).Handle);
}
