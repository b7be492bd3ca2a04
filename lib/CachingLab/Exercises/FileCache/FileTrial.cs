using System.Text;
using System.Text.Json;
using CachingLab.Exams;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.FileCache;

/// <summary>A new file and an instance on it, and the C# that repeats what is done with them.</summary>
/// <param name="Cache">The instance, called <c>cache</c> in the code.</param>
/// <param name="Script">The C# so far.</param>
internal sealed record FileTrial(Exam Exam, string Path, CacheTrial Cache, List<string> Script)
{
    /// <summary>How many entries a large file has.</summary>
    public const int Many = 1_000;

    public byte[]? Content => Exam.Folder.Read(Path);

    public static string NewPath(Exam exam) => exam.Folder.PathOf(exam.Word() + ".json");

    /// <param name="content">What the file holds before; null when it is not there.</param>
    /// <param name="given">The C# of that content.</param>
    public static async Task<FileTrial> OpenAsync(IFileCacheMaker maker, Exam exam, byte[]? content = null, string? given = null)
    {
        (string path, List<string> script) = (NewPath(exam), []);
        if (content is not null)
            exam.Folder.Write(path, content);
        return new FileTrial(exam, path, await FileCacheRequirements.OpenAsync(maker, exam, path, script: script, given: given), script);
    }

    /// <summary>An instance on a file that another program wrote.</summary>
    public static Task<FileTrial> OpenAsync(IFileCacheMaker maker, Exam exam, string text) =>
        OpenAsync(maker, exam, Encoding.UTF8.GetBytes(text), CacheFile.Code(text));

    /// <summary>An instance on a file of many entries that another program wrote.</summary>
    /// <param name="length">The length of each value.</param>
    public static async Task<(FileTrial File, EntrySeries Entries)> OpenLargeAsync(IFileCacheMaker maker, Exam exam, int length)
    {
        var entries = new EntrySeries("k" + exam.Word(), Many, length);
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range(0, Many).ToDictionary(entries.Key, entries.Value), CacheFile.Indented);
        string given = $"JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range(0, {Many}).ToDictionary("
            + $$"""i => $"{{entries.Prefix}}{i}", i => $"{i}".PadLeft({{length}}, '0')))""";
        return (await OpenAsync(maker, exam, content, given), entries);
    }

    /// <summary>The requirement is not met by what the file holds.</summary>
    public UnmetException Unmet(string tried, string expected) =>
        Exam.Unmet(tried, GotText.File(Content), expected, CacheTrial.Code(Script, CacheFile.Reading));
}
