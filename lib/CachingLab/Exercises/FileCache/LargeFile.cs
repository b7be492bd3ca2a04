using System.Text.Json;
using CachingLab.Exams;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.FileCache;

/// <summary>A file of many entries that another program wrote, and an instance on it.</summary>
/// <param name="Cache">The instance, called <c>cache</c> in the code.</param>
/// <param name="Script">The C# so far.</param>
internal sealed record LargeFile(string Path, EntrySeries Entries, CacheTrial Cache, List<string> Script)
{
    private const int Count = 1_000;

    /// <param name="length">The length of each value.</param>
    public static async Task<LargeFile> OpenAsync(IFileCacheMaker maker, Exam exam, int length)
    {
        var entries = new EntrySeries("k" + exam.Word(), Count, length);
        (string path, List<string> script) = (FileCacheRequirements.NewPath(maker, exam), []);
        exam.Folder.Write(path, JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range(0, Count).ToDictionary(entries.Key, entries.Value), CacheFile.Indented));
        string given = $"JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range(0, {Count}).ToDictionary("
            + $$"""i => $"{{entries.Prefix}}{i}", i => $"{i}".PadLeft({{length}}, '0')))""";
        return new LargeFile(path, entries, await FileCacheRequirements.OpenAsync(maker, exam, path, script: script, given: given), script);
    }
}
