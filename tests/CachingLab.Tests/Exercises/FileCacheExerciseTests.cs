using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using CachingLab.Doors;
using CachingLab.Exams;
using CachingLab.Exercises;

namespace CachingLab.Tests.Exercises;

public sealed class FileCacheExerciseTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cachinglab-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public Task An_error_that_names_the_path_meets_everything() => PassesAsync(p => new FileCacheVariant().On(p), 10);

    [Fact]
    public Task Keeping_a_damaged_file_aside_meets_everything() => PassesAsync(
        p => new FileCacheVariant { Damaged = Aside, Write = e => JsonSerializer.Serialize(e, Readable) + "\r\n" }.On(p), 5);

    [Theory]
    [MemberData(nameof(Wrong))]
    public Task A_misconception_fails_its_requirement_alone(string id, string misconception) =>
        Judged.FailsOnlyAsync(FileCacheExercise.Exercise, Maker(Answers[id + ": " + misconception]), id);

    public static IEnumerable<TheoryDataRow<string, string>> Wrong() =>
        Answers.Keys.Select(k => k.Split(": ")).Select(p => new TheoryDataRow<string, string>(p[0], p[1]));

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    private static string last = "";

    private static Dictionary<string, Func<string, ILlmCache>> Answers { get; } = new()
    {
        ["creates-file: no folder"] = p => new FileCacheVariant { Construct = f => { if (!File.Exists(f)) File.WriteAllText(f, "{}"); } }.On(p),
        ["creates-file: at the first Set"] = p => new FileCacheVariant { Construct = f => Directory.CreateDirectory(Path.GetDirectoryName(f)!) }.On(p),
        ["keeps-existing-file: tidied up"] = p => new FileCacheVariant { Construct = Tidy }.On(p),
        ["miss-is-null: an empty text"] = p => new FileCacheVariant { Found = v => v ?? "" }.On(p),
        ["hit-is-exact: empty is a miss"] = p => new FileCacheVariant { Found = v => string.IsNullOrEmpty(v) ? null : v }.On(p),
        ["hit-is-exact: trimmed"] = p => new FileCacheVariant { Found = v => v?.Trim(' ', '\t', '\n') }.On(p),
        ["set-replaces: the first stays"] = p => new FileCacheVariant { Put = (e, k, v) => e.TryAdd(k, v) }.On(p),
        ["keys-are-ordinal: trimmed"] = p => new FileCacheVariant { Key = k => (k ?? throw new ArgumentNullException(nameof(k))).Trim() }.On(p),
        ["hit-stays: taken out"] = p => new FileCacheVariant { Takes = true }.On(p),
        ["shared-path: read once"] = p => new ReadOnceCache(p),
        ["paths-are-apart: a static path"] = p => new StaticPathCache(last = p),
        ["readable-file: one line"] = p => new FileCacheVariant { Write = e => JsonSerializer.Serialize(e, OneLine) }.On(p),
        ["readable-file: escaped letters"] = p => new FileCacheVariant { Write = e => JsonSerializer.Serialize(e, Escaping) }.On(p),
        ["readable-file: as it came"] = p => new FileCacheVariant { Write = e => JsonSerializer.Serialize(e.Reverse().ToDictionary(), Readable) }.On(p),
        ["readable-file: a byte order mark"] = p => new FileCacheVariant { Save = (f, json) => { File.WriteAllText(f + "~", json, Encoding.UTF8); File.Move(f + "~", f, true); } }.On(p),
        ["round-trip: line breaks made one kind"] = p => new FileCacheVariant { Stored = v => v.ReplaceLineEndings("\n") }.On(p),
        ["round-trip: normalized"] = p => new FileCacheVariant { Stored = v => v.Normalize() }.On(p),
        ["damaged-file: starts afresh"] = p => new FileCacheVariant { Damaged = _ => "{}" }.On(p),
        ["damaged-file: does not name the file"] = p => new FileCacheVariant { Damaged = _ => throw new InvalidDataException("the cache is damaged") }.On(p),
        ["no-torn-read: written in place"] = p => new FileCacheVariant { Save = File.WriteAllText }.On(p),
        ["parallel-sets: no lock"] = p => new FileCacheVariant { Unlocked = true }.On(p),
        ["null-key: silence"] = p => new FileCacheVariant { Key = k => k ?? "" }.On(p),
    };

    private static readonly JsonSerializerOptions OneLine = new(Readable) { WriteIndented = false };

    private static readonly JsonSerializerOptions Escaping = new() { WriteIndented = true };

    private Task PassesAsync(Func<string, ILlmCache> open, int seeds) => Judged.PassesAsync(FileCacheExercise.Exercise, Maker(open), seeds);

    private LocalFileCacheMaker Maker(Func<string, ILlmCache> open) => new(open, new ExamFolder(folder.FullName));

    private static string Aside(string path)
    {
        File.Move(path, path + ".damaged");
        return "{}";
    }

    private static void Tidy(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
            File.WriteAllText(path, "{}");
        try
        {
            File.WriteAllText(path, JsonSerializer.Serialize(new SortedDictionary<string, string>(JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))!, StringComparer.Ordinal), Readable));
        }
        catch (JsonException)
        {
            // Left for Get and Set to report.
        }
    }

    // What the first instance on a path read is what it believes for ever.
    private sealed class ReadOnceCache(string path) : ILlmCache
    {
        private readonly FileCacheVariant file = new FileCacheVariant().On(path);
        private readonly ConcurrentDictionary<string, string> entries = new(StringComparer.Ordinal);
        private readonly byte[] before = File.ReadAllBytes(path);

        public string? Get(string key)
        {
            if (entries.TryGetValue(key, out string? value))
                return value;
            File.WriteAllBytes(path + ".before", before);
            var old = new FileCacheVariant { Path = path + ".before", Damaged = _ => throw new InvalidDataException(path) };
            return old.Get(key);
        }

        public void Set(string key, string value)
        {
            file.Set(key, value);
            entries[key] = value;
        }
    }

    private sealed class StaticPathCache(string path) : ILlmCache
    {
        private readonly FileCacheVariant file = new FileCacheVariant().On(path);

        public string? Get(string key)
        {
            file.Path = last;
            return file.Get(key);
        }

        public void Set(string key, string value)
        {
            file.Path = last;
            file.Set(key, value);
        }
    }
}
