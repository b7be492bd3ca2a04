namespace CachingLab.Exams;

/// <summary>A folder that the work writes in and the exam looks into, without trusting what lies there.</summary>
/// <param name="path">Its full path.</param>
public class ExamFolder(string path)
{
    /// <summary>The most that is read of any file, in bytes.</summary>
    public const int MaxFileBytes = 16 * 1024 * 1024;

    /// <summary>The folder's full path.</summary>
    public string Path { get; } = path;

    /// <summary>A path in the folder.</summary>
    /// <param name="parts">Names below the folder.</param>
    public string PathOf(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Every file below the folder, as paths relative to it with forward slashes, in ordinal order.</summary>
    public virtual IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .Select(f => System.IO.Path.GetRelativePath(Path, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    /// <summary>The bytes of a file while others may be writing it, or null when there is none.</summary>
    /// <param name="path">The file's full path.</param>
    /// <exception cref="IOException">The file is not a plain one, or larger than <see cref="MaxFileBytes"/>.</exception>
    public virtual byte[]? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return ReadAll(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Puts a file there before the work is asked for it, with the folders it needs.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="content">What it holds.</param>
    public virtual void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <summary>Does something while this is the working folder of the learner's code.</summary>
    /// <param name="use">What to do.</param>
    public virtual Task WorkInAsync(Func<Task> use) => use();

    /// <summary>Reads an open file to its end, as far as <see cref="MaxFileBytes"/>.</summary>
    /// <param name="file">The open file.</param>
    protected static byte[] ReadAll(Stream file)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = file.Read(buffer)) > 0;)
        {
            if (content.Length + count > MaxFileBytes)
                throw new IOException($"the file is larger than {MaxFileBytes / (1024 * 1024)} MB");
            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }
}
