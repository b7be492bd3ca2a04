using CachingLab.Worker.Isolation;

namespace CachingLab.Grading.Isolation;

/// <summary>The files that a child behind walls can reach.</summary>
internal static class ReadableFiles
{
    // Libraries, time zones, and what the C library, OpenSSL and the garbage collector read at their start.
    private static readonly string[] OfTheSystem =
    [
        "/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib", "/nix/store", "/usr/share/icu", "/usr/share/zoneinfo",
        "/etc/ld.so.cache", "/etc/localtime", "/etc/ssl/openssl.cnf", "/sys/devices/system/cpu", "/sys/devices/system/node",
        "/dev/null", "/dev/urandom", "/dev/random",
    ];

    /// <summary>The files that a child may read, its own folder included.</summary>
    public static IReadOnlyList<string> For(SandboxProgram program, string folder) =>
        [.. OfTheSystem.Where(Path.Exists), .. SandboxCommand.RuntimeFiles, .. program.Files, folder];

    /// <summary>The rules for a child: it may read these files, write in its own folder, and reach nothing else.</summary>
    public static Landlock Rules(IReadOnlyList<string> readable, string folder)
    {
        Landlock rules = Landlock.Everything();
        foreach (string path in readable)
            rules.Allow(path, Landlock.Execute | Landlock.ReadFile | Landlock.ReadFolder);

        // The child restricts /proc further itself: see ChildWalls.
        rules.Allow("/proc", Landlock.ReadFile | Landlock.ReadFolder);
        rules.Allow("/dev/null", Landlock.WriteFile);
        rules.Allow(folder, Landlock.Own);
        return rules;
    }
}
