using CachingLab.Worker.Isolation;

namespace CachingLab.Grading.Isolation;

/// <summary>The files that a child behind walls can reach.</summary>
internal static class ReadableFiles
{
    // Libraries, time zones, and what the C library, OpenSSL and the garbage collector look up when they begin.
    private static readonly string[] OfTheSystem =
    [
        "/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib", "/nix/store", "/usr/share/icu", "/usr/share/zoneinfo",
        "/etc/ld.so.cache", "/etc/localtime", "/etc/ssl/openssl.cnf", "/sys/devices/system/cpu", "/sys/devices/system/node",
        "/dev/null", "/dev/urandom", "/dev/random",
    ];

    /// <summary>What a child reads, its own folder included.</summary>
    public static IReadOnlyList<string> For(SandboxProgram program, string folder) =>
        [.. OfTheSystem.Where(Path.Exists), .. SandboxCommand.RuntimeFiles, .. program.Files, folder];

    /// <summary>The rules for a child: these files to be read, its own folder to be written, and the rest of the machine out of reach.</summary>
    public static Landlock Rules(IReadOnlyList<string> readable, string folder)
    {
        Landlock rules = Landlock.Everything();
        foreach (string path in readable)
            rules.Allow(path, Landlock.Execute | Landlock.ReadFile | Landlock.ReadFolder);

        // See ChildWalls: the child closes the rest of it.
        rules.Allow("/proc", Landlock.ReadFile | Landlock.ReadFolder);
        rules.Allow("/dev/null", Landlock.WriteFile);
        rules.Allow(folder, Landlock.Own);
        return rules;
    }
}
