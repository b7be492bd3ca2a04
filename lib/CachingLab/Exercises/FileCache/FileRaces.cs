using System.Text.Json;
using CachingLab.Exams;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.FileCache;

/// <summary>What happens to the file under concurrent access.</summary>
internal static class FileRaces
{
    private const string Reading = "reading the file during a Set", BothSet = "80 Sets through two instances on one path at once";

    /// <summary>Reads the file again and again while the cache writes it.</summary>
    public static async Task NoTornReadAsync(IFileCacheMaker maker, Exam exam)
    {
        await NotInPlaceAsync(maker, exam);

        // A cache may take another way when the file is large, or when a key comes after all others.
        foreach ((int length, int sets, string start) in ((int, int, string)[])[(1_000, 60, "z"), (2_000, 8, "a")])
            await NoTornReadAsync(maker, exam, length, sets, start);
    }

    // A program that has the file open may read it at any moment of a Set. Windows may refuse to replace an open file, so nothing is asked there.
    private static async Task NotInPlaceAsync(IFileCacheMaker maker, Exam exam)
    {
        const string Text = "{\n  \"b\": \"1\",\n  \"m\": \"2\"\n}";

        // A cache may take another way when the text is large.
        IEnumerable<(string Key, string Value)> sets = ((string[])["a", "b", "c", "m", "z"]).Select(key => (key, "3"))
            .Concat(exam.Numbers(10_000, 8_000_000).Take(2).Append(1_300_000).Select(length => ("c", new string('v', length))));
        foreach ((string key, string value) in OperatingSystem.IsWindows() ? [] : sets)
        {
            FileTrial file = await FileTrial.OpenAsync(maker, exam, Text);
            file.Script.Add("var reader = File.OpenText(path);");
            string? before = CacheFile.Text(file.Content);
            using FileStream? reader = exam.Folder.OpenRead(file.Path);
            await file.Cache.SetAsync(key, value);
            string? seen = reader is null ? before : CacheFile.Text(ExamFolder.ReadAll(reader));
            if (seen != before)
                throw exam.Unmet(
                    "a reader that opened the file before a Set: the Set wrote over it in place, where a reader may see half of it", GotText.Value(seen),
                    $"the old content, {CodeText.Shown(before)}: a new file takes the old one's place", CacheTrial.Code(file.Script, "Got.Value(reader.ReadToEnd());"));
        }
    }

    private static async Task NoTornReadAsync(IFileCacheMaker maker, Exam exam, int length, int sets, string start)
    {
        FileTrial file = await FileTrial.OpenAsync(maker, exam, JsonSerializer.SerializeToUtf8Bytes(
            Enumerable.Range(100, 200).ToDictionary(i => $"key{i}", _ => new string('a', length)), CacheFile.Indented));
        exam.Try(() => TornCode(length, start), () => Reading);
        Task writing = file.Cache.Cache.SetManyAsync(new EntrySeries(start + exam.Word(), sets), 1, exam.CancellationToken);
        byte[]? torn = null;
        while (!writing.IsCompleted && torn is null)
        {
            byte[]? seen = TryRead(file);
            torn = seen is not null && CacheFile.Entries(seen) is null ? seen : null;

            // A reader without a pause would take the processor from the cache, and the Sets would last several times as long.
            await Task.Delay(1, exam.CancellationToken);
        }

        // Wait in any case: nothing may still write when the next requirement begins.
        await writing;
        if (torn is not null)
            throw exam.Unmet(Reading, $"{torn.Length} bytes that are no whole JSON object", "always a whole JSON object, the old one or the new one");
    }

    /// <summary>Calls Set through two instances on one path at the same time, then looks for every entry.</summary>
    public static async Task ParallelSetsAsync(IFileCacheMaker maker, Exam exam)
    {
        (_, string path, CacheTrial first, _) = await FileTrial.OpenAsync(maker, exam);

        // The same path, spelled in another way.
        CacheTrial second = await FileCacheRequirements.OpenAsync(maker, exam, Path.Combine(Path.GetDirectoryName(path)!, ".", Path.GetFileName(path)));
        (string one, string two) = (exam.Word(), exam.Word());
        string setting = "";

        // The second round replaces each value by one of the same length: a cache may not notice that the file has changed.
        foreach (char padding in "01")
        {
            EntrySeries ones = new(one, 40, Length: 4, padding), twos = new(two, 40, Length: 4, padding);
            setting += SettingCode(ones, twos) + "\n";
            string code = ParallelCode(setting, ones, twos);
            exam.Try(code, BothSet);
            await Task.WhenAll(
                first.Cache.SetManyAsync(ones, 2, exam.CancellationToken), second.Cache.SetManyAsync(twos, 2, exam.CancellationToken));
            CacheTrial third = await FileCacheRequirements.OpenAsync(maker, exam, path);
            exam.Try(code, BothSet);
            int lost = 0;
            foreach (EntrySeries series in (EntrySeries[])[ones, twos])
                lost += await third.Cache.CountLostAsync(series, 1, 1, exam.CancellationToken);
            if (lost > 0)
                throw exam.Unmet(BothSet, $"{lost} values missing or wrong", "none");
        }
    }

    // The file is as large as in the exam.
    private static string TornCode(int length, string start) => $$"""
        {{CacheFile.FolderCode}}
        var path = Path.Combine(folder, "cache.json");
        File.WriteAllText(path, JsonSerializer.Serialize(Enumerable.Range(100, 200).ToDictionary(i => $"key{i}", i => new string('a', {{length}}))));
        var cache = new SimpleFileCache(path);
        var writing = Task.Run(() => { for (int i = 0; i < 300; i++) cache.Set($"{{start}}{i}", $"{i}"); });
        string torn = "";
        while (!writing.IsCompleted && torn == "")
        {
            string text = "{}";
            try { text = File.ReadAllText(path); JsonDocument.Parse(text).Dispose(); }
            catch (IOException) { }
            catch (JsonException) { torn = text.Length + " bytes that are no whole JSON object"; }
        }
        await writing;
        Console.WriteLine(torn == "" ? "nothing torn this time: run it again" : torn);
        """;

    private static string SettingCode(EntrySeries ones, EntrySeries twos) => $$"""
        await Task.WhenAll(
            Task.Run(() => { {{ones.SetCode("first", 2)}} }),
            Task.Run(() => { {{twos.SetCode("second", 2)}} }));
        """;

    private static string ParallelCode(string setting, EntrySeries ones, EntrySeries twos) => $$"""
        {{CacheFile.FolderCode}}
        var path = Path.Combine(folder, "cache.json");
        var first = new SimpleFileCache(path);
        var second = new SimpleFileCache(Path.Combine(folder, ".", "cache.json"));
        {{setting}}
        var third = new SimpleFileCache(path);
        int lost = 0;
        {{ones.CountLostCode("third")}}
        {{twos.CountLostCode("third")}}
        Console.WriteLine($"{lost} values missing or wrong");
        """;

    // Windows cannot open a file while it is replaced, and some caches replace it in two steps. Neither is a torn read.
    private static byte[]? TryRead(FileTrial file)
    {
        try
        {
            return file.Content;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
