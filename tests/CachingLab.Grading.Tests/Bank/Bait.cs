using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>What hostile answers look for, laid out, and how it looks after.</summary>
public sealed class Bait : IDisposable
{
    private const string Mark = "cachinglab-bait";
    private const string Escape = "cachinglab-escape*";

    // Stands in the answers for the port that was free.
    private const string Port = "47811";
    private static readonly string[] Folders =
        [AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, "notebooks"), Path.Combine(AppContext.BaseDirectory, "solutions")];

    private readonly Process process;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly HashSet<string> before = [.. Escapes()];

    public Bait()
    {
        foreach (string folder in Folders)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, Mark), "");
            File.WriteAllText(Path.Combine(folder, "bait.ipynb"), "{}");
        }

        var start = new ProcessStartInfo("sleep", "900");
        start.Environment.Clear();
        start.Environment["BAIT"] = Mark;
        process = Process.Start(start)!;
        listener.Start();
    }

    /// <summary>The answer with the port that is listened on.</summary>
    public KnownAnswer Lead(KnownAnswer answer) => answer with
    {
        Source = answer.Source.Replace(Port, ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
    };

    /// <summary>What is not as it was, a line each.</summary>
    public IEnumerable<string> Damage()
    {
        foreach (string folder in Folders.Where(f => !File.Exists(Path.Combine(f, "bait.ipynb"))))
            yield return $"the notebook in {folder} is gone";
        foreach (string file in Escapes().Where(f => !before.Contains(f)))
            yield return $"{file} was written";
        if (process.HasExited)
            yield return "a process of the machine was killed";
        if (listener.Pending())
            yield return "a port of the machine was connected to";
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
        listener.Dispose();
        foreach (string folder in Folders)
        {
            File.Delete(Path.Combine(folder, Mark));
            File.Delete(Path.Combine(folder, "bait.ipynb"));
        }
    }

    private static IEnumerable<string> Escapes()
    {
        IEnumerable<string> starts =
        [
            AppContext.BaseDirectory, Machine.Temporary, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            "/tmp", "/var/tmp", "/dev/shm",
        ];
        return starts.SelectMany(Above).Distinct().Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, Escape)).Distinct();
    }

    private static IEnumerable<string> Above(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }
}
