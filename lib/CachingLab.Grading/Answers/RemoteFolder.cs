using CachingLab.Exams;

namespace CachingLab.Grading.Answers;

/// <summary>The work's folder seen from the grader, which trusts nothing that lies there.</summary>
/// <param name="process">The process whose folder it is; it works nowhere else.</param>
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

    public override byte[]? Read(string path)
    {
        using FileStream? file = GuardedFile.OpenRead(path, Path);
        return file is null ? null : ReadAll(file);
    }

    // The child writes it, inside its walls: written from here, a link that it put in the way could lead anywhere.
    public override void Write(string path, byte[] content) =>
        process.Worker.PlaceAsync(path, content).GetAwaiter().GetResult();
}
