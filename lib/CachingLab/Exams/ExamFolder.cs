namespace CachingLab.Exams;

/// <summary>A folder that the work writes in and the exam reads. Derived types must not trust its content.</summary>
public class ExamFolder(string path)
{
    /// <summary>The size of the largest file that is read, in bytes.</summary>
    public const int MaxFileBytes = 16 * 1024 * 1024;

    public string Path { get; } = path;

    /// <summary>A path in the folder.</summary>
    /// <param name="parts">Names below the folder.</param>
    public string PathOf(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Every file below the folder, as paths relative to it with forward slashes, in ordinal order.</summary>
    public virtual IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .Select(f => System.IO.Path.GetRelativePath(Path, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    /// <summary>The bytes of a file, or null when there is none. Others may be writing the file.</summary>
    /// <exception cref="IOException">The file is not a plain one, or larger than <see cref="MaxFileBytes"/>.</exception>
    public byte[]? Read(string path)
    {
        using FileStream? file = OpenRead(path);
        return file is null ? null : ReadAll(file);
    }

    /// <summary>Opens a file, or returns null when there is none. Others may write, move and delete it meanwhile.</summary>
    /// <exception cref="IOException">The file is not a plain one.</exception>
    public virtual FileStream? OpenRead(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes a file for the work to find, and creates its folders.</summary>
    public virtual void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <summary>Runs an action while this is the current folder of the learner's code.</summary>
    public virtual Task WorkInAsync(Func<Task> use) => use();

    /// <summary>Reads an open file to its end. Throws an <see cref="IOException"/> after <see cref="MaxFileBytes"/>.</summary>
    public static byte[] ReadAll(Stream file)
    {
        using var content = new MemoryStream((int)Math.Min(file.Length, MaxFileBytes));
        var buffer = new byte[81920];
        for (int count; (count = file.Read(buffer)) > 0;)
        {
            if (content.Length + count > MaxFileBytes)
                throw new IOException($"the file is larger than {MaxFileBytes / (1024 * 1024)} MB");
            content.Write(buffer, 0, count);
        }

        return content.Length == content.Capacity ? content.GetBuffer() : content.ToArray();
    }
}
