using CachingLab.Exams;

namespace CachingLab.Grading.Answers;

/// <summary>The work's folder as the grader sees it. Nothing in it is trusted.</summary>
/// <param name="process">The process that works in the folder.</param>
internal sealed class RemoteFolder(AnswerProcess process) : ExamFolder(process.Folder)
{
    private static readonly EnumerationOptions PlainFiles = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    public override IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(Path, "*", PlainFiles)
            .Select(f => System.IO.Path.GetRelativePath(Path, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    public override FileStream? OpenRead(string path) => GuardedFile.OpenRead(path, Path);

    // The child writes the file inside its walls. A write from here could follow a link of the child's to anywhere.
    public override void Write(string path, byte[] content) =>
        process.Worker.PlaceAsync(path, content).GetAwaiter().GetResult();
}
