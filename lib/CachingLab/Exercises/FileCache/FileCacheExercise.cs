using System.Text;
using CachingLab.Exams;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.FileCache;

/// <summary>A cache that survives a restart.</summary>
public static class FileCacheExercise
{
    private const string Class = "SimpleFileCache";
    private const string SharedId = "shared-path";

    private static readonly CacheRules<IFileCacheMaker> Rules = new(
        (maker, exam) => OpenAsync(maker, exam, NewPath(maker, exam)), plain: true, (Texts: 54, Longest: 6_000));

    public static Exercise<IFileCacheMaker> Exercise { get; } = new("file-cache", "The file cache", "03-file-cache", Class,
    [
        new("creates-file", "The constructor makes the missing folders and a file holding {}", CreatesAsync)
        {
            Hints =
            [
                "What is on disk after the constructor has run, when nothing was there before?",
                "A file cannot be written into a folder that does not exist. Directory.CreateDirectory makes all missing ones, and does nothing when they are there.",
                "In the constructor: Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!); if (!File.Exists(path)) File.WriteAllText(path, \"{}\");",
            ],
        },
        new("path-without-folder", "A path without a folder is a file in the working folder", (maker, exam) => exam.Folder.WorkInAsync(() => BareAsync(maker, exam)))
        {
            Hints =
            [
                "What is the folder of \"answers.json\"? Print Path.GetDirectoryName(\"answers.json\").",
                "It is the empty text, and Directory.CreateDirectory(\"\") throws. A path without a folder lies in the working folder, which is there already.",
                "Make the path absolute first: string full = Path.GetFullPath(path); Directory.CreateDirectory(Path.GetDirectoryName(full)!);",
            ],
        },
        new("keeps-existing-file", "The constructor leaves an existing file as it is", KeepsAsync)
        {
            Hints =
            [
                "Yesterday's answers are in that file. What does today's constructor do to them?",
                "Look before you write, and do not tidy up: another layout is no reason to rewrite the file.",
                "if (!File.Exists(path)) File.WriteAllText(path, \"{}\"); and nothing else that writes in the constructor.",
            ],
        },
        Rules.MissIsNull,
        Rules.HitIsExact,
        Rules.SetReplaces,
        Rules.KeysAreOrdinal,
        Rules.HitStays,
        new(SharedId, "What one instance sets, another on the same path reads", SharedAsync)
        {
            After = ["set-replaces"],
            Hints =
            [
                "Two instances, one file. One sets: how does the other come to know?",
                "A copy that was read in the constructor grows old, and writing it back wipes out what others wrote since.",
                "Read the file in every Get; in every Set read it, change the one entry, write it.",
            ],
        },
        new("paths-are-apart", "Two paths share nothing", ApartAsync)
        {
            After = ["creates-file"],
            Hints =
            [
                "Two instances, two files: does a value set in one turn up in the other?",
                "Look for static: what is static exists once, whatever the path.",
                "Keep the path in a readonly field of the instance, and use the whole path, not the file's name alone.",
            ],
        },
        new("readable-file", "The file is UTF-8 JSON that a person can read, keys in ordinal order", ReadableAsync)
        {
            Hints =
            [
                "Open the file in your editor. Could you find an entry, and would a diff of two versions be short?",
                "JsonSerializerOptions has WriteIndented and Encoder; SortedDictionary with StringComparer.Ordinal has the order; "
                    + "File.WriteAllText without an encoding writes UTF-8 without a mark.",
                "new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping } "
                    + "and a SortedDictionary<string, string>(entries, StringComparer.Ordinal).",
            ],
        },
        new("round-trip", "Every text comes back exactly as it was, through the file", RoundTripAsync)
        {
            Hints =
            [
                "Line breaks, quotes, accents, emoji, invisible characters: which of them does your file change?",
                "Do not build JSON by hand, and do not clean the texts: no Replace, no Normalize. Read and write with one encoding, UTF-8.",
                "JsonSerializer.Serialize and Deserialize<Dictionary<string, string>> bring every text back as it was.",
            ],
        },
        new("damaged-file", "A damaged file is reported or kept aside, never silently overwritten", DamagedAsync)
        {
            Hints =
            [
                "A power cut left half a file. What does your cache do with it, and what does its owner learn?",
                "JsonException says what is wrong but not in which file. And starting afresh with {} loses what could have been saved.",
                "catch (JsonException e) { throw new InvalidDataException($\"{path} is damaged: {e.Message}\", e); } "
                    + "Or File.Move it to path + \".damaged\" first, and go on with nothing.",
            ],
        },
        new("no-torn-read", "A reader never sees a half-written file", FileRaces.NoTornReadAsync)
        {
            Stretch = true,
            Hints =
            [
                "File.WriteAllText empties the file, then fills it. What does someone see who reads in between?",
                "Write to another file in the same folder, and let it take the place of the old one in a single step.",
                "string temporary = $\"{path}.{Guid.NewGuid():N}.tmp\"; File.WriteAllText(temporary, json); File.Move(temporary, path, overwrite: true);",
            ],
        },
        new("parallel-sets", "Parallel Sets on one path lose nothing", FileRaces.ParallelSetsAsync)
        {
            Stretch = true,
            After = [SharedId],
            Hints =
            [
                "Two threads read the same file, each adds its entry, each writes. Whose entry survives?",
                "Reading, changing and writing must be one step, for all instances on that path: a lock in the instance is not enough.",
                "private static readonly ConcurrentDictionary<string, object> Locks = new(); and in Set: lock (Locks.GetOrAdd(Path.GetFullPath(path), _ => new object())) { ... }",
            ],
        },
        Rules.NullKey,
    ])
    {
        AnswerMinutes = 11,
        FirstStep = "Start with the constructor: keep the path in a field, make the folders that are missing, and write {} if there is no file yet. "
            + "Get and Set come after that.",
    };

    internal static string NewPath(IFileCacheMaker maker, Exam exam) => exam.Folder.PathOf(exam.Word() + ".json");

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

        string line = $"var {name} = new {Class}({file});";
        exam.Try(CacheTrial.Code(script, line));
        ITestedCache cache = await maker.OpenAsync(path, exam.CancellationToken);
        script.Add(line);
        return new CacheTrial(cache, exam, name, script);
    }

    private static async Task CreatesAsync(IFileCacheMaker maker, Exam exam)
    {
        foreach (string path in (string[])
            [NewPath(maker, exam), exam.Folder.PathOf(exam.Word(), "deep", "cache.json"), exam.Folder.PathOf(exam.Word() + ".v1"), exam.Folder.PathOf("my " + exam.Word())])
        {
            List<string> script = [];
            await OpenAsync(maker, exam, path, script: script);
            byte[]? content = exam.Folder.Read(path);
            if (content is null || CacheFile.Entries(content) is not { Count: 0 })
                throw exam.Unmet("the constructor with a path where nothing was", GotText.File(content), "a file holding {}", CacheTrial.Code(script, CacheFile.Reading));
        }
    }

    private static async Task BareAsync(IFileCacheMaker maker, Exam exam)
    {
        (string name, string key, string value) = (exam.Word() + ".json", exam.Word(), exam.Word());
        string Code(string question) => $$"""
            var before = Environment.CurrentDirectory;
            Environment.CurrentDirectory = Directory.CreateTempSubdirectory().FullName;
            try
            {
                var cache = new {{Class}}("{{name}}");
                cache.Set("{{key}}", "{{value}}");
                {{question}}
            }
            finally { Environment.CurrentDirectory = before; }
            """.ReplaceLineEndings("\n");
        string get = $"Got.Value(cache.Get(\"{key}\"));";
        exam.Try(() => Code(get), () => $"new {Class}(\"{name}\"), a path that is a file's name alone");
        ITestedCache cache = await maker.OpenAsync(name, exam.CancellationToken);
        await cache.SetAsync(key, value, exam.CancellationToken);
        string? got = await cache.GetAsync(key, exam.CancellationToken);
        const string Tried = "Set with a path that is a file's name alone";
        if (got != value)
            throw exam.Unmet(Tried, GotText.Value(got), CodeText.Literal(value));
        if (exam.Folder.Read(exam.Folder.PathOf(name)) is null)
            throw exam.Unmet(Tried, GotText.File(null), "a file in the working folder", Code($"Got.File(\"{name}\");"));
    }

    private static async Task KeepsAsync(IFileCacheMaker maker, Exam exam)
    {
        (string path, string value) = (NewPath(maker, exam), exam.Word());
        string text = $$"""{ "zeta":"{{value}}",{{"\n\n"}}   "alpha" : "caf\u00e9", "Beta":"" }{{"\n"}}""";
        byte[] before = Encoding.UTF8.GetBytes(text);
        exam.Folder.Write(path, before);
        List<string> script = [];
        CacheTrial cache = await OpenAsync(maker, exam, path, script: script, given: CacheFile.Code(text));
        byte[]? after = exam.Folder.Read(path);
        if (after is null || !after.AsSpan().SequenceEqual(before))
            throw exam.Unmet(
                $"the constructor with a file holding {CodeText.Literal(text)}", GotText.File(after), "not a byte changed", CacheTrial.Code(script, CacheFile.Reading));
        await cache.ExpectAsync("zeta", value, "a key of a file that was there before");
        await cache.ExpectAsync("alpha", "caf\u00e9", "a key of a file that was there before");
    }

    private static async Task SharedAsync(IFileCacheMaker maker, Exam exam)
    {
        string[] names = ["first", "second", "third"];
        for (int round = 0; round < 3; round++)
        {
            CacheFixture Fixture()
            {
                string path = NewPath(maker, exam);
                return new CacheFixture((number, script) => OpenAsync(maker, exam, path, names[number], script));
            }

            var scenario = new CacheScenario(exam, Fixture, shared: true, "a key that another instance set on the same path") { FreshKeys = true };
            await scenario.CheckAsync(CacheStep.Together(exam, names.Length, 3));
        }

        await OutsideAsync(maker, exam);
    }

    // What writes the file need not be a cache: an editor, a copy, another program.
    private static async Task OutsideAsync(IFileCacheMaker maker, Exam exam)
    {
        (string path, string key, string value, List<string> script) = (NewPath(maker, exam), exam.Word(), exam.Word(), []);
        CacheTrial cache = await OpenAsync(maker, exam, path, script: script);
        await cache.SetAsync(key, "before");
        await cache.ExpectAsync(key, "before", "a key that was set");
        string text = $"{{\n  \"{key}\": \"{value} {value}\"\n}}";
        exam.Folder.Write(path, Encoding.UTF8.GetBytes(text));
        script.Add($"File.WriteAllBytes(path, {CacheFile.Code(text)});");
        await cache.ExpectAsync(key, $"{value} {value}", "a key after another program wrote the file");
    }

    private static async Task ApartAsync(IFileCacheMaker maker, Exam exam)
    {
        string[] names = ["first", "second", "third"];
        CacheFixture Fixture()
        {
            // Alike but for the folder, or for what stands behind the dot.
            (string folder, string name) = (exam.Word(), exam.Word());
            string[] paths = [exam.Folder.PathOf(name + ".v1"), exam.Folder.PathOf(name + ".v2"), exam.Folder.PathOf(folder, name + ".v1")];
            return new CacheFixture((number, script) => OpenAsync(maker, exam, paths[number], names[number], script, names[number] + "Path"));
        }

        await new CacheScenario(exam, Fixture, shared: false, "the same key in two files") { FreshKeys = true }.CheckAsync(CacheStep.Apart(exam, names.Length));
    }

    private static async Task ReadableAsync(IFileCacheMaker maker, Exam exam)
    {
        (string path, List<string> script) = (NewPath(maker, exam), []);
        CacheTrial cache = await OpenAsync(maker, exam, path, script: script);
        await cache.SetAsync("b" + exam.Word(), "caf\u00e9");
        exam.Try(CacheTrial.Code(script, CacheFile.Reading));
        if (CacheFile.Unreadable(exam.Folder.Read(path), ["caf\u00e9"]) is { } first)
            throw exam.Unmet(
                "the file after one Set", GotText.File(exam.Folder.Read(path)), $"UTF-8 JSON, one entry a line, two-space indent, letters as themselves; it is {first}");
        foreach (string key in (string[])["b" + exam.Word(), "Z", "a", "_", "\u00e9t\u00e9", "B", "a1", "A-b", "Ab"])
            await cache.SetAsync(key, "caf\u00e9 \u6f22\u5b57 stra\u00dfe \u044f");
        exam.Try(CacheTrial.Code(script, CacheFile.Reading));
        byte[]? content = exam.Folder.Read(path);
        if (CacheFile.Unreadable(content, ["caf\u00e9", "\u6f22\u5b57", "stra\u00dfe", "\u044f", "\u00e9t\u00e9"]) is { } fault)
        {
            string expected = $"UTF-8 JSON, one entry a line, two-space indent, keys in ordinal order, letters as themselves; it is {fault}";
            throw exam.Unmet("the file after a few Sets", GotText.File(content), expected);
        }
    }

    private static async Task RoundTripAsync(IFileCacheMaker maker, Exam exam)
    {
        var texts = new TroubleTexts(exam.Random);
        for (int round = 0; round < 5; round++)
        {
            CacheFixture Fixture()
            {
                string path = NewPath(maker, exam);
                return new CacheFixture((number, script) => OpenAsync(maker, exam, path, number == 0 ? "writer" : "reader", script));
            }

            string[] drawn = [.. Enumerable.Range(round * 14, 14).Select(n => texts.Any(n, 3_000)).Where(t => !CacheRules<IFileCacheMaker>.IsPlain(t)).Distinct()];
            CacheStep[] steps = [.. drawn.Select(t => new CacheStep(0, $"key {t}.", $"<{t}>")), .. drawn.Select(t => new CacheStep(1, $"key {t}."))];
            await new CacheScenario(exam, Fixture, shared: true, "a text written by one instance and read by the next").CheckAsync(steps);
        }
    }

    private static async Task DamagedAsync(IFileCacheMaker maker, Exam exam)
    {
        DamagedFile? last = null;
        foreach ((string damage, byte[] content, string code) in Damages.Of(exam))
        {
            last = new DamagedFile(maker, exam, damage, content, code);
            await last.CheckAsync();
        }

        // What was kept aside once must not be in the way the second time, nor be lost to it.
        string text = $"{{ \"cut\": \"{exam.Word()}";
        await new DamagedFile(maker, exam, "a file that is damaged a second time", Encoding.UTF8.GetBytes(text), CacheFile.Code(text), last).CheckAsync();
    }
}
