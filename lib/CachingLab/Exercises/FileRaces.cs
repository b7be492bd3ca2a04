using System.Text;
using System.Text.Json;
using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>What happens to the file while several want it at once.</summary>
internal static class FileRaces
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Reads the file again and again while the cache writes it.</summary>
    public static async Task NoTornReadAsync(IFileCacheMaker maker, Exam exam)
    {
        string path = FileCacheExercise.NewPath(maker, exam);
        maker.Folder.Write(path, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
            Enumerable.Range(100, 200).ToDictionary(i => $"key{i}", _ => new string('a', 1_000)), Indented)));
        CacheTrial cache = await FileCacheExercise.OpenAsync(maker, exam, path);
        exam.Try(TornCode);
        Task writing = cache.Cache.SetManyAsync(new EntrySeries(exam.Word(), 60), 1, exam.CancellationToken);
        byte[]? torn = null;
        while (!writing.IsCompleted && torn is null)
        {
            byte[]? seen = TryRead(maker.Folder, path);
            torn = seen is not null && CacheFile.Entries(seen) is null ? seen : null;
        }

        // Whatever was seen: nothing of this requirement may still write when the next one begins.
        await writing;
        if (torn is not null)
            throw exam.Unmet("reading the file during a Set", $"{torn.Length:N0} bytes that are no whole JSON object", "always a whole JSON object, the old one or the new one");
    }

    /// <summary>Sets through two instances on one path at once, then looks for every entry.</summary>
    public static async Task ParallelSetsAsync(IFileCacheMaker maker, Exam exam)
    {
        string path = FileCacheExercise.NewPath(maker, exam);
        CacheTrial first = await FileCacheExercise.OpenAsync(maker, exam, path);
        CacheTrial second = await FileCacheExercise.OpenAsync(maker, exam, path);
        EntrySeries ones = new(exam.Word(), 40), twos = new(exam.Word(), 40);
        exam.Try(ParallelCode);
        await Task.WhenAll(
            first.Cache.SetManyAsync(ones, 2, exam.CancellationToken), second.Cache.SetManyAsync(twos, 2, exam.CancellationToken));
        CacheTrial third = await FileCacheExercise.OpenAsync(maker, exam, path);
        exam.Try(ParallelCode);
        int lost = 0;
        foreach (EntrySeries series in (EntrySeries[])[ones, twos])
        {
            int[] numbers = [.. Enumerable.Range(0, series.Count)];
            IReadOnlyList<string?> found = await third.Cache.GetManyAsync([.. numbers.Select(series.Key)], exam.CancellationToken);
            lost += numbers.Zip(found).Count(p => EntrySeries.Value(p.First) != p.Second);
        }

        if (lost > 0)
            throw exam.Unmet("80 Sets through two instances on one path at once", $"{lost} values missing or wrong", "all of them");
    }

    private static string TornCode => """
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.Guid.NewGuid().ToString(), "cache.json");
        var cache = new SimpleFileCache(path);
        cache.Set("long", new string('a', 200000));
        var writing = System.Threading.Tasks.Task.Run(() => { for (int i = 0; i < 200; i++) cache.Set("key", i.ToString()); });
        int torn = 0;
        while (!writing.IsCompleted)
        {
            try { System.Text.Json.JsonDocument.Parse(System.IO.File.ReadAllText(path)).Dispose(); }
            catch (System.Text.Json.JsonException) { torn++; }
        }
        torn
        """.ReplaceLineEndings("\n");

    private static string ParallelCode => """
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.Guid.NewGuid().ToString(), "cache.json");
        new SimpleFileCache(path);
        System.Threading.Tasks.Parallel.For(0, 80, i => new SimpleFileCache(path).Set($"key{i}", "value"));
        var after = new SimpleFileCache(path);
        System.Linq.Enumerable.Range(0, 80).Count(i => after.Get($"key{i}") == "value")
        """.ReplaceLineEndings("\n");

    // A file that is being replaced cannot be opened on Windows for a moment, and some replace it in two steps: neither is a torn read.
    private static byte[]? TryRead(ExamFolder folder, string path)
    {
        try
        {
            return folder.Read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
