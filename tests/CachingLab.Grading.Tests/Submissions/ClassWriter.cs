using System.IO.Compression;

namespace CachingLab.Grading.Tests.Submissions;

/// <summary>Writes files into a folder or, when its name says so, a zip.</summary>
/// <param name="target">The folder or zip.</param>
internal sealed class ClassWriter(string target) : IDisposable
{
    private readonly ZipArchive? zip = target.EndsWith(".zip", StringComparison.Ordinal) ? ZipFile.Open(target, ZipArchiveMode.Create) : null;

    /// <summary>Adds a file to a zip.</summary>
    public static void Pack(ZipArchive zip, string path, MadeFile file)
    {
        ZipArchiveEntry entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = file.At;
        using Stream stream = entry.Open();
        stream.Write(file.Content);
    }

    /// <summary>Adds a file.</summary>
    public void Add(string path, MadeFile file)
    {
        if (zip is not null)
        {
            Pack(zip, path, file);
            return;
        }

        string place = Path.Combine(target, path);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.WriteAllBytes(place, file.Content);
        File.SetLastWriteTime(place, file.At);
    }

    public void Dispose() => zip?.Dispose();
}
