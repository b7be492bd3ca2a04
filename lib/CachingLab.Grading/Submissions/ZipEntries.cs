using System.IO.Compression;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Submissions;

/// <summary>Reads the entries of a zip into memory, within bounds.</summary>
internal static class ZipEntries
{
    private const int MostRatio = 200;
    private const int RatioMatters = 1024 * 1024;
    private const int MostZipBytes = 64 * 1024 * 1024;
    private const int LinkType = 0xA000;
    private const int TypeMask = 0xF000;

    /// <summary>Reads a notebook.</summary>
    /// <exception cref="NotebookFormatException">It is refused, or cannot be unpacked.</exception>
    public static Notebook Notebook(ZipArchiveEntry entry, string path) =>
        NotebookReader.Parse(Bytes(entry, path, NotebookReader.MaxBytes, "clear the outputs of its cells and save it again"), path);

    /// <summary>Reads a zip in a zip.</summary>
    /// <exception cref="NotebookFormatException">It is refused, or cannot be unpacked.</exception>
    public static ZipArchive Zip(ZipArchiveEntry entry, string path)
    {
        byte[] bytes = Bytes(entry, path, MostZipBytes, "unpack the outer zip and grade its folder");
        return bytes.Length == 0 ? throw new InvalidDataException("it is empty") : new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
    }

    /// <summary>Whether a path stays in the zip.</summary>
    public static bool IsInside(string path) =>
        !path.StartsWith('/') && !path.Contains(':', StringComparison.Ordinal) && !path.Contains('\0', StringComparison.Ordinal)
        && !path.Split('/').Any(n => n is "." or "..");

    private static byte[] Bytes(ZipArchiveEntry entry, string path, int most, string advice)
    {
        if (Refusal(entry, most, advice) is { } refusal)
            throw new NotebookFormatException(path, refusal);
        byte[] bytes = new byte[(int)entry.Length];
        try
        {
            using Stream stream = entry.Open();
            int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length < bytes.Length || stream.ReadByte() >= 0)
                throw new InvalidDataException("it unpacks to another size than the zip says");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            throw new NotebookFormatException(path, $"cannot be unpacked: {e.Message.ReplaceLineEndings(" ")}", e);
        }

        return bytes;
    }

    private static string? Refusal(ZipArchiveEntry entry, int most, string advice)
    {
        if (!IsInside(entry.FullName.Replace('\\', '/')))
            return "its path leads out of the zip";
        if (((entry.ExternalAttributes >>> 16) & TypeMask) == LinkType)
            return SubmissionFolder.IsLink;
        if (entry.IsEncrypted)
            return "is encrypted: zip it without a password";
        if (entry.Length > most)
            return $"is larger than {most / (1024 * 1024)} MB; {advice}";
        return entry.Length > RatioMatters && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio
            ? $"unpacks to more than {MostRatio} times its packed size, as no notebook does"
            : null;
    }
}
