using System.Runtime.InteropServices;

namespace CachingLab.Grading.Isolation;

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
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial byte* Resolve(string path, byte* found);
}
