using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using CachingLab.Exams;
using Microsoft.Win32.SafeHandles;

namespace CachingLab.Grading.Answers;

/// <summary>The work's folder as the grader sees it. Nothing in it is trusted.</summary>
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

/// <summary>Opens a file in a folder that an untrusted program writes in. On Linux and macOS it refuses devices, pipes and unsafe links; on Windows it checks nothing.</summary>
internal static partial class GuardedFile
{
    private const int NoEntry = 2;
    private const int NotDirectory = 20;

    // O_NONBLOCK and O_CLOEXEC. macOS has other numbers, and O_NOFOLLOW in place of Linux's check of the real path.
    private static readonly int Flags = OperatingSystem.IsMacOS() ? 0x4 | 0x100 | 0x1000000 : 0x800 | 0x80000;

    /// <summary>Opens a file that must be in a folder, on Linux after links are resolved; null when there is none.</summary>
    /// <exception cref="IOException">The file is not a plain one, lies outside of the folder (Linux), or is a link (macOS).</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The stream owns the handle, and its caller the stream.")]
    public static FileStream? OpenRead(string path, string folder)
    {
        if (OperatingSystem.IsWindows())
            return OpenPlain(path);
        int descriptor = Open(path, Flags);
        if (descriptor < 0)
        {
            int error = Marshal.GetLastPInvokeError();
            return error is NoEntry or NotDirectory ? null : throw new IOException($"{path} cannot be read as a plain file (error {error})");
        }

        FileStream? file = null;
        try
        {
            file = new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Read);
            if (OperatingSystem.IsLinux() && !IsIn(folder, File.ResolveLinkTarget($"/proc/self/fd/{descriptor}", false)?.FullName))
                throw new IOException($"{path} lies outside of its folder, behind a link");
            return file.CanSeek ? file : throw new IOException($"{path} is no plain file");
        }
        catch (Exception e)
        {
            file?.Dispose();
            throw e as IOException ?? new IOException($"{path} cannot be read as a plain file: {e.Message}", e);
        }
    }

    private static bool IsIn(string folder, string? path) =>
        path is not null && path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static FileStream? OpenPlain(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
