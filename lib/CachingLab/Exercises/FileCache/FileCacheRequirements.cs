using System.Text;
using CachingLab.Exams;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.FileCache;

/// <summary>How instances of a file cache are made, and what they share.</summary>
internal static class FileCacheRequirements
{
    /// <summary>A new instance, called <paramref name="name"/> in the code, on a path that the code calls <paramref name="file"/>.</summary>
    internal static async Task<CacheTrial> OpenAsync(
        IFileCacheMaker maker, Exam exam, string path, string name = "cache", List<string>? script = null, string file = "path", string? given = null)
    {
        script ??= [];
        string place = CacheFile.PathCode(exam.Folder, path, file);
        if (!script.Contains(place, StringComparer.Ordinal))
        {
            if (script.Count == 0)
                script.Add(CacheFile.FolderCode);
            script.Add(place);
            if (given is not null)
                script.Add($"File.WriteAllBytes({file}, {given});");
        }

        string line = $"var {name} = new {FileCacheExercise.Class}({file});";
        exam.Try(CacheTrial.Code(script, line));
        ITestedCache cache = await maker.OpenAsync(path, exam.CancellationToken);
        script.Add(line);
        return new CacheTrial(cache, exam, name, script);
    }

    public static async Task CreatesAsync(IFileCacheMaker maker, Exam exam)
    {
        foreach (string path in (string[])
            [FileTrial.NewPath(exam), exam.Folder.PathOf(exam.Word(), "deep", "cache.json"), exam.Folder.PathOf(exam.Word() + ".v1"), exam.Folder.PathOf("my " + exam.Word())])
        {
            List<string> script = [];
            await OpenAsync(maker, exam, path, script: script);
            byte[]? content = exam.Folder.Read(path);
            if (content is null || CacheFile.Entries(content) is not { Count: 0 })
                throw exam.Unmet("the constructor with a path where nothing was", GotText.File(content), "a file holding {}", CacheTrial.Code(script, CacheFile.Reading));
        }
    }

    public static async Task BareAsync(IFileCacheMaker maker, Exam exam)
    {
        (string name, string key, string value) = (exam.Word() + ".json", exam.Word(), exam.Word());
        string Code(string question) => $$"""
            var before = Environment.CurrentDirectory;
            Environment.CurrentDirectory = Directory.CreateTempSubdirectory().FullName;
            try
            {
                var cache = new {{FileCacheExercise.Class}}("{{name}}");
                cache.Set("{{key}}", "{{value}}");
                {{question}}
            }
            finally { Environment.CurrentDirectory = before; }
            """;
        string get = $"Got.Value(cache.Get(\"{key}\"));";
        exam.Try(() => Code(get), () => $"new {FileCacheExercise.Class}(\"{name}\"), a path that is a file's name alone");
        ITestedCache cache = await maker.OpenAsync(name, exam.CancellationToken);
        await cache.SetAsync(key, value, exam.CancellationToken);
        string? got = await cache.GetAsync(key, exam.CancellationToken);
        const string Tried = "Set with a path that is a file's name alone";
        if (got != value)
            throw exam.Unmet(Tried, GotText.Value(got), CodeText.Literal(value));
        if (exam.Folder.Read(exam.Folder.PathOf(name)) is null)
            throw exam.Unmet(Tried, GotText.File(null), "a file in the working folder", Code($"Got.File(\"{name}\");"));
    }

    public static async Task SharedAsync(IFileCacheMaker maker, Exam exam)
    {
        string[] names = ["first", "second", "third"];
        for (int round = 0; round < 3; round++)
        {
            OpenCache Opened()
            {
                string path = FileTrial.NewPath(exam);
                return (number, script) => OpenAsync(maker, exam, path, names[number], script);
            }

            var scenario = new CacheScenario(exam, Opened, shared: true, "a key that another instance set on the same path") { FreshKeys = true };
            await scenario.CheckAsync(CacheStep.Together(exam, names.Length, 3));
        }

        await OutsideAsync(maker, exam);
        await InTheMiddleAsync(maker, exam);
    }

    // A cache may look only at a part of a file to see whether it has changed.
    private static async Task InTheMiddleAsync(IFileCacheMaker maker, Exam exam)
    {
        (FileTrial large, EntrySeries entries) = await FileTrial.OpenLargeAsync(maker, exam, length: 8);
        string key = entries.Key(entries.Count / 2);
        CacheTrial reader = await OpenAsync(maker, exam, large.Path, "reader", large.Script);
        foreach (string value in (string[])[exam.Word(), exam.Word()])
        {
            await large.Cache.SetAsync(key, value);
            await reader.ExpectAsync(key, value, "a key in the middle of a large file, set by another instance");
        }
    }

    // Another program, such as an editor, may write the file too.
    private static async Task OutsideAsync(IFileCacheMaker maker, Exam exam)
    {
        (string key, string value) = (exam.Word(), exam.Word());
        (_, string path, CacheTrial cache, List<string> script) = await FileTrial.OpenAsync(maker, exam);
        await cache.SetAsync(key, "before");
        await cache.ExpectAsync(key, "before", "a key that was set");
        string text = $"{{\n  \"{key}\": \"{value} {value}\"\n}}";
        exam.Folder.Write(path, Encoding.UTF8.GetBytes(text));
        script.Add($"File.WriteAllBytes(path, {CacheFile.Code(text)});");
        await cache.ExpectAsync(key, $"{value} {value}", "a key after another program wrote the file");
        await cache.SetAsync(key, "before");
        await cache.ExpectAsync(key, "before", "a key that was set again after another program wrote the file");
    }

    public static async Task ApartAsync(IFileCacheMaker maker, Exam exam)
    {
        // The paths differ only in the folder or in the extension, which may be the one of a temporary file.
        await ApartAsync(maker, exam, (folder, name) => [[name + ".v1"], [name + ".v2"], [folder, name + ".v1"], [name]]);
        for (int round = 0; round < 3; round++)
            await ApartAsync(maker, exam, (_, name) => [[name + ".json"], [name + ".tmp"]]);

        // On other systems such names mean one file.
        if (OperatingSystem.IsLinux())
            await ApartAsync(maker, exam, (_, name) => [[name + ".json"], [name.ToUpperInvariant() + ".json"]]);
    }

    private static async Task ApartAsync(IFileCacheMaker maker, Exam exam, Func<string, string, string[][]> paths)
    {
        string[] names = ["first", "second", "third", "fourth"];
        OpenCache Opened()
        {
            string[] own = [.. paths(exam.Word(), exam.Word()).Select(exam.Folder.PathOf)];
            return (number, script) => OpenAsync(maker, exam, own[number], names[number], script, names[number] + "Path");
        }

        await new CacheScenario(exam, Opened, shared: false, "the same key in two files") { FreshKeys = true }.CheckAsync(
            CacheStep.Apart(exam, paths("", "").Length));
    }
}
