using System.Text.Json;

namespace CachingLab.Notebooks;

/// <summary>Reads notebooks: nbformat 4 and Verso's own format, recognized by the content of the file.</summary>
public static class NotebookReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <exception cref="NotebookFormatException">The file cannot be read, or is no notebook.</exception>
    public static Notebook Read(string path) => Parse(ReadBytes(path), path);

    /// <summary>Reads a file's content.</summary>
    /// <param name="bytes">The content; it must not change afterwards.</param>
    /// <param name="path">The file's name, for <see cref="Notebook.Name"/> and errors; may be empty.</param>
    /// <exception cref="NotebookFormatException">It is no notebook.</exception>
    public static Notebook Parse(ReadOnlyMemory<byte> bytes, string path = "")
    {
        if (bytes.Length > MaxBytes)
            throw new NotebookFormatException(path, TooLarge);
        try
        {
            return new NotebookParser(path, bytes).Parse();
        }
        catch (JsonException e)
        {
            throw NotebookParser.NotJson(path, bytes.Span, e);
        }
    }

    private static string TooLarge => $"the file is larger than {MaxBytes / (1024 * 1024)} MB; clear the outputs of its cells and save it again";

    private static byte[] ReadBytes(string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw new NotebookFormatException(path, "is a folder, not a notebook file");
            var info = new FileInfo(path);
            if (!info.Exists)
                throw new NotebookFormatException(path, "the file does not exist");
            if (info.Length > MaxBytes)
                throw new NotebookFormatException(path, TooLarge);

            // Pipes and devices have no length either, and reading one could block.
            if (info.Length == 0)
                throw new NotebookFormatException(path, NotebookParser.Empty);
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[(int)Math.Min(file.Length, MaxBytes)];
            int length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length == bytes.Length ? bytes : bytes[..length];
        }
        catch (UnauthorizedAccessException e)
        {
            throw new NotebookFormatException(path, "there is no permission to read the file", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookFormatException(path, "the file does not exist", e);
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw new NotebookFormatException(path, "the file cannot be read: " + e.Message.ReplaceLineEndings(" "), e);
        }
    }
}

/// <summary>Thrown when a file cannot be read as a notebook.</summary>
public sealed class NotebookFormatException(string file, string reason, Exception? inner = null)
    : Exception(file.Length == 0 ? reason : $"{file}: {reason}", inner)
{
    /// <summary>The file, as the caller named it.</summary>
    public string File { get; } = file;

    /// <summary>Why it could not be read, in one line, without the file's name.</summary>
    public string Reason { get; } = reason;
}
