using System.Runtime.InteropServices;

namespace CachingLab.Cli.Kernels;

/// <summary>The folders in which editors look for a user's kernels.</summary>
internal static class KernelFolders
{
    /// <summary>The folders on this computer.</summary>
    /// <param name="home">The user's folder.</param>
    /// <exception cref="IOException">The user has no folder.</exception>
    public static IReadOnlyList<string> Here(string home) =>
        Of(new[] { OSPlatform.Windows, OSPlatform.OSX }.FirstOrDefault(RuntimeInformation.IsOSPlatform, OSPlatform.Linux), home, Environment.GetEnvironmentVariable);

    /// <summary>Jupyter's folder, and VS Code's if it differs, because the extension ignores Jupyter's environment variables.</summary>
    /// <param name="platform">The operating system.</param>
    /// <param name="home">The user's folder.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <exception cref="IOException">The user has no folder.</exception>
    public static IReadOnlyList<string> Of(OSPlatform platform, string home, Func<string, string?> variable)
    {
        if (home.Length == 0)
            throw new IOException("your home folder is not known: set the variable HOME");
        string usual = Path.Combine(home, Usual(platform));
        string? data = Value("JUPYTER_DATA_DIR") ?? Moved(platform, Value);
        string[] folders = [data ?? usual, usual];
        return [.. folders.Select(f => Path.Combine(Path.GetFullPath(f), "kernels")).Distinct(StringComparer.Ordinal)];

        string? Value(string name) => variable(name) is { Length: > 0 } value ? value : null;
    }

    private static string Usual(OSPlatform platform) =>
        platform == OSPlatform.Windows ? Path.Combine("AppData", "Roaming", "jupyter")
        : platform == OSPlatform.OSX ? Path.Combine("Library", "Jupyter")
        : Path.Combine(".local", "share", "jupyter");

    private static string? Moved(OSPlatform platform, Func<string, string?> value) =>
        platform == OSPlatform.OSX ? null
        : value(platform == OSPlatform.Windows ? "APPDATA" : "XDG_DATA_HOME") is { } folder ? Path.Combine(folder, "jupyter") : null;
}
