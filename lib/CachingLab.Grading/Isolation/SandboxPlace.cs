using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CachingLab.Grading.Isolation;

/// <summary>The folder that holds the folders of sandboxes: the system's temporary folder, with links resolved.</summary>
public static class SandboxPlace
{
    /// <summary>The bytes that an answer must be able to write, whatever else goes on. A right answer needs less than a tenth.</summary>
    public const long Room = 4 * 1024 * 1024;

    private const int ProbeBytes = 16 * 1024;
    private const int NoSpace = 28;
    private const int ReadOnly = 30;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    // EDQUOT, which is the caller's own share of the disk, has another number on macOS.
    private static readonly int QuotaUsed = OperatingSystem.IsMacOS() ? 69 : 122;
    private static readonly string Variable = OperatingSystem.IsWindows() ? "TMP" : "TMPDIR";

    /// <summary>The folder. It is read anew each time, and may not exist.</summary>
    public static string Folder => RealPath.Of(Path.GetTempPath());

    /// <summary>The free bytes there; <see cref="long.MaxValue"/> when the system does not tell.</summary>
    public static long Free()
    {
        try
        {
            return new DriveInfo(Folder).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return long.MaxValue;
        }
    }

    /// <summary>Writes some bytes and reads them back.</summary>
    /// <returns>Why an answer cannot work in the folder, and what to do; null when it can.</returns>
    public static string? Problem()
    {
        string folder = Folder;
        string advice = $"set {Variable} to a folder that can be written";
        if (!Directory.Exists(folder))
            return $"{Named()} is no folder, or cannot be reached: create it, or {advice}";
        try
        {
            using var file = new FileStream(
                Path.Combine(folder, SandboxLeftovers.NewName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            byte[] written = RandomNumberGenerator.GetBytes(ProbeBytes);
            var read = new byte[ProbeBytes];
            file.Write(written);
            file.Position = 0;
            file.ReadExactly(read);
            if (!read.AsSpan().SequenceEqual(written))
                return $"{Named()} does not keep what is written there: {advice}";

            // Some file systems tell a wrong number. What can be written counts.
            if (Free() < Room)
                file.Write(new byte[Room]);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.HResult switch
            {
                NoSpace or NoSpaceOnWindows => Full(advice),
                var error when error == QuotaUsed => Full(advice),
                ReadOnly => $"{Named()} is read-only: {advice}",
                _ when e is UnauthorizedAccessException => $"{Named()} is closed to this user: {advice}",
                _ => $"{Named()} cannot be used ({Exams.CodeText.FirstLine(e.Message)}): {advice}",
            };
        }
    }

    /// <summary>Checks the folder before the first answer.</summary>
    /// <exception cref="MachineFaultException">An answer cannot work there.</exception>
    public static void Check()
    {
        if (Problem() is { } problem)
            throw new MachineFaultException(problem);
    }

    /// <summary>What to say when there was too little room at some moment.</summary>
    public static string HadOnly(long bytes) =>
        $"{Named()} had {bytes / 1024:N0} KB left while it was graded, and an answer may need {Room / 1024:N0}: make room there, or set {Variable} to another folder";

    private static string Full(string advice) => $"{Named()} is full: make room there, or {advice}";

    private static string Named() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value
        ? $"the temporary folder {Records.SafeText.Line(value)} ({Variable})"
        : $"the temporary folder {Path.TrimEndingDirectorySeparator(Path.GetTempPath())}";
}

/// <summary>Thrown when an answer could not be judged because of the machine, so that nothing is known about the answer.</summary>
public sealed class MachineFaultException(string reason) : Exception(Words + reason)
{
    /// <summary>How the message begins.</summary>
    public const string Words = "not graded, because ";

    /// <summary>What is wrong with the machine and what to do, in one line.</summary>
    public string Reason => reason;
}

/// <summary>Resolves the links in a path, in the folders above its last part too.</summary>
internal static unsafe partial class RealPath
{
    // PATH_MAX, the size that realpath(3) writes at most.
    private const int Longest = 4096;

    /// <summary>The full path without links; the full path as it is when it cannot be resolved.</summary>
    public static string Of(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (OperatingSystem.IsWindows())
            return full;
        byte* found = stackalloc byte[Longest];
        return Resolve(full, found) == null ? full : Marshal.PtrToStringUTF8((nint)found)!;
    }

    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    private static partial byte* Resolve(string path, byte* found);
}
