using System.Globalization;

namespace CachingLab.Cli.State;

/// <summary>Saves copies of what is about to be replaced in <c>.lab/kept/</c>, each under a unique name.</summary>
/// <param name="folder">The folder.</param>
/// <param name="time">The clock for the copies' names.</param>
internal sealed class KeptFiles(LabFolder folder, TimeProvider time)
{
    /// <summary>Saves a copy of a file.</summary>
    /// <returns>The copy's path relative to the learner's folder.</returns>
    /// <exception cref="IOException">The copy cannot be written; then the original must not be replaced.</exception>
    public string Keep(string file) =>
        Write(Path.GetFileNameWithoutExtension(file), Path.GetExtension(file), to => File.Copy(file, to, overwrite: false));

    /// <summary>Saves a text.</summary>
    /// <param name="name">The beginning of the file's name.</param>
    /// <param name="extension">With the dot.</param>
    /// <param name="text">The text.</param>
    /// <returns>The file's path relative to the learner's folder.</returns>
    public string Keep(string name, string extension, string text) => Write(name, extension, to =>
    {
        using var writer = new StreamWriter(new FileStream(to, FileMode.CreateNew, FileAccess.Write));
        writer.Write(text);
    });

    /// <summary>The paths of the copies of that name, oldest first, relative to the learner's folder.</summary>
    public IReadOnlyList<string> Of(string name) => Directory.Exists(folder.KeptFolder)
        ? [.. Directory.EnumerateFiles(folder.KeptFolder, name + "-*").OrderBy(File.GetLastWriteTimeUtc).Select(folder.Shown)]
        : [];

    private string Write(string name, string extension, Action<string> write)
    {
        Directory.CreateDirectory(folder.KeptFolder);
        string stamp = time.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        for (int number = 1; ; number++)
        {
            string copy = Path.Combine(folder.KeptFolder, $"{name}-{stamp}{(number == 1 ? "" : $"-{number}")}{extension}");
            if (File.Exists(copy))
                continue;
            write(copy);
            return folder.Shown(copy);
        }
    }
}
