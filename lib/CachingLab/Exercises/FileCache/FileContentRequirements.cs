using System.Text;
using System.Text.Unicode;
using CachingLab.Exams;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.FileCache;

/// <summary>What the file holds.</summary>
internal static class FileContentRequirements
{
    // Greek, Cyrillic, Hebrew, Arabic, Devanagari, Thai, Hiragana and Hangul, and forms that have the highest numbers of all letters.
    private const string OtherScripts = "\u03b1 \u044f \u05d0 \u0627 \u0905 \u0e01 \u3042 \ud55c \ufb50 \uff21 \uffdc";
    private static readonly string Control = string.Concat(Enumerable.Range(0, ' ').Select(c => (char)c));

    // A pair of chars may lie across the place where a long text is cut.
    private static readonly string Pairs = TroubleTexts.Pairs(5_000);
    private static readonly string ManyPairs = TroubleTexts.Pairs(80_000);

    public static async Task KeepsAsync(IFileCacheMaker maker, Exam exam)
    {
        string value = exam.Word();
        string text = $$"""{ "zeta":"{{value}}",{{"\n\n"}}   "alpha" : "caf\u00e9", "Beta":"" }{{"\n"}}""";
        byte[] before = Encoding.UTF8.GetBytes(text);
        FileTrial file = await FileTrial.OpenAsync(maker, exam, text);
        if (file.Content is not { } after || !after.AsSpan().SequenceEqual(before))
            throw file.Unmet($"the constructor with a file holding {CodeText.Literal(text)}", "not a byte changed");
        await file.Cache.ExpectAsync("zeta", value, "a key of a file that was there before");
        await file.Cache.ExpectAsync("alpha", "caf\u00e9", "a key of a file that was there before");
        foreach (string few in (string[])["", "{", "\n", "  ", "{ }"])
            await KeepsAsync(maker, exam, few.Length == 0 ? "an empty file" : $"a file holding {CodeText.Literal(few)}", Encoding.UTF8.GetBytes(few));
        await KeepsAsync(maker, exam, "a file with the line ends of Windows", "{\r\n  \"a\": \"b\"\r\n}\r\n"u8.ToArray());
        await KeepsAsync(maker, exam, "a file that begins with a byte order mark", [.. Encoding.UTF8.Preamble, .. before]);
    }

    // A file that the constructor must leave as it is, or keep aside. Another requirement checks whether it may refuse one.
    private static async Task KeepsAsync(IFileCacheMaker maker, Exam exam, string kind, byte[] content)
    {
        FileTrial file;
        try
        {
            file = await FileTrial.OpenAsync(maker, exam, content, $"new byte[] {{ {string.Join(", ", content)} }}");
        }
        catch (AnswerException e) when (!e.Is<NotImplementedException>())
        {
            return;
        }

        bool IsContent(byte[]? bytes) => bytes is not null && bytes.AsSpan().SequenceEqual(content);
        if (file.Content is { } now && !IsContent(now) && !exam.Folder.Files().Any(f => IsContent(exam.Folder.Read(exam.Folder.PathOf(f.Split('/'))))))
            throw file.Unmet($"the constructor with {kind}", GotText.File(content));
    }

    public static async Task ReadableAsync(IFileCacheMaker maker, Exam exam)
    {
        FileTrial file = await FileTrial.OpenAsync(maker, exam);
        await file.Cache.SetAsync("b" + exam.Word(), "caf\u00e9");
        if (CacheFile.Unreadable(file.Content, ["caf\u00e9"]) is { } first)
            throw file.Unmet("the file after one Set", $"UTF-8 JSON, one entry a line, two-space indent, letters as themselves; it is {first}");
        string same = new('k', 130);
        foreach (string key in (string[])["b" + exam.Word(), "Z", "a", "\uff21", "\ud83d\ude00", "_", "\u00e9t\u00e9", "B", "a1", "A-b", "Ab", same + "b", same + "a"])
            await file.Cache.SetAsync(key, "caf\u00e9 \u6f22\u5b57 stra\u00dfe " + OtherScripts);
        if (CacheFile.Unreadable(file.Content, ["caf\u00e9", "\u6f22\u5b57", "stra\u00dfe", OtherScripts, "\u00e9t\u00e9"]) is { } fault)
        {
            string expected = $"UTF-8 JSON, one entry a line, two-space indent, keys in ordinal order, letters as themselves; it is {fault}";
            throw file.Unmet("the file after a few Sets", expected);
        }

        await ReadableAsync(maker, exam, "a Set of control characters", "{}", Control);
        await HalfAsync(maker, exam);
        await ReadableAsync(maker, exam, "a Set of a letter after a backslash", "{}", "C:\\\u6f22", "\u6f22");
        await ReadableAsync(maker, exam, "a Set of a letter and an emoji", "{}", "na\u00efve \ud83d\ude00", "na\u00efve");
        (FileTrial large, EntrySeries entries) = await FileTrial.OpenLargeAsync(maker, exam, length: 3);
        await ReadableAsync(large, $"a Set where the file had {entries.Count:N0} entries", "3");
        await ReadableAsync(maker, exam, "a Set where the file had an indent of four spaces", "{\n    \"a\": \"1\",\n    \"c\": \"2\"\n}", "3");
        await ReadableAsync(maker, exam, "a Set where the file was in another order", "{\n  \"c\": \"1\",\n  \"a\": \"2\"\n}", "3");
    }

    // Another requirement checks whether half of a pair is kept.
    private static async Task HalfAsync(IFileCacheMaker maker, Exam exam)
    {
        FileTrial file = await FileTrial.OpenAsync(maker, exam);
        try
        {
            await file.Cache.SetAsync("a", "\ud83d");
        }
        catch (AnswerException e) when (!e.Is<NotImplementedException>())
        {
            return;
        }

        if (file.Content is { } content && !Utf8.IsValid(content))
            throw file.Unmet("the file after a Set of half of a surrogate pair", "UTF-8");
    }

    // A file that another program wrote, and one Set.
    private static async Task ReadableAsync(IFileCacheMaker maker, Exam exam, string tried, string text, string value, params string[] letters) =>
        await ReadableAsync(await FileTrial.OpenAsync(maker, exam, text), tried, value, letters);

    private static async Task ReadableAsync(FileTrial file, string tried, string value, params string[] letters)
    {
        await file.Cache.SetAsync("b", value);
        if (CacheFile.Unreadable(file.Content, letters) is { } fault)
            throw file.Unmet($"the file after {tried}", $"UTF-8 JSON, one entry a line, keys in ordinal order, letters as themselves; it is {fault}");
    }

    public static async Task RoundTripAsync(IFileCacheMaker maker, Exam exam)
    {
        var texts = new TroubleTexts(exam.Random);

        // What follows a quotation mark inside a key is no key. Another requirement checks misses.
        CacheStep[] ends = await MissesAsync(maker, exam) ? [new(1, "."), new(1, "\".")] : [];
        for (int round = 0; round < 5; round++)
        {
            OpenCache Opened()
            {
                string path = FileTrial.NewPath(exam);
                return (number, script) => FileCacheRequirements.OpenAsync(maker, exam, path, number == 0 ? "writer" : "reader", script);
            }

            string[] drawn = [.. Enumerable.Range(round * 14, 14).Select(n => texts.Any(n, 3_000)).Where(t => !CacheRules<IFileCacheMaker>.IsPlain(t)).Distinct()];
            if (round == 0)
                drawn = [.. drawn, Pairs, "x" + Pairs, ManyPairs, "x" + ManyPairs];
            CacheStep[] steps = [.. drawn.Select(t => new CacheStep(0, $"key {t}.", $"<{t}>")), .. drawn.Select(t => new CacheStep(1, $"key {t}.")), .. ends];
            await new CacheScenario(exam, Opened, shared: true, "a text written by one instance and read by the next").CheckAsync(steps);
        }

        await AmongManyAsync(maker, exam);
    }

    private static async Task<bool> MissesAsync(IFileCacheMaker maker, Exam exam)
    {
        FileTrial file = await FileTrial.OpenAsync(maker, exam);
        try
        {
            return await file.Cache.GetAsync(exam.Word()) is null;
        }
        catch (AnswerException)
        {
            return false;
        }
    }

    // One Set in a file of more than a megabyte.
    private static async Task AmongManyAsync(IFileCacheMaker maker, Exam exam)
    {
        const int Length = 1_200;
        (FileTrial large, EntrySeries entries) = await FileTrial.OpenLargeAsync(maker, exam, Length);
        await large.Cache.SetAsync(exam.Word(), "one more");
        int count = large.Content is { } content && CacheFile.Entries(content) is { } found ? found.Count : 0;
        if (count != entries.Count + 1)
            throw exam.Unmet(
                $"a Set in a file of {entries.Count:N0} values of {Length:N0} characters", $"{count} entries", $"{entries.Count + 1} entries",
                CacheTrial.Code(large.Script, "Console.WriteLine($\"{JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateObject().Count()} entries\");"));
    }

    public static async Task DamagedAsync(IFileCacheMaker maker, Exam exam)
    {
        DamagedFile? last = null;
        foreach ((string damage, byte[] content, string code) in Damages.Of(exam))
        {
            last = new DamagedFile(maker, exam, damage, content, code);
            await last.CheckAsync();
        }

        string late = $"{{ \"late\": \"{exam.Word()}";
        await new DamagedFile(maker, exam, "a file that is damaged after a Set", Encoding.UTF8.GetBytes(late), CacheFile.Code(late)) { Late = true }.CheckAsync();

        // A second damage must be kept aside too, and the first copy must not be lost.
        string text = $"{{ \"cut\": \"{exam.Word()}";
        await new DamagedFile(maker, exam, "a file that is damaged a second time", Encoding.UTF8.GetBytes(text), CacheFile.Code(text), last).CheckAsync();
    }
}
