using System.Diagnostics;
using CachingLab.Exams;

namespace CachingLab.Exercises.Caches;

/// <summary>The requirements that the memory cache and the file cache share.</summary>
/// <param name="open">Makes a new, empty instance that shares nothing with the others.</param>
/// <param name="plain">Whether to leave out values beyond plain ASCII, and keys with control characters, quotes or backslashes; another requirement checks those.</param>
/// <param name="amount">How many texts to draw, and the length of the longest: less where each Set writes a file.</param>
internal sealed class CacheRules<TMaker>(Func<TMaker, Exam, Task<CacheTrial>> open, bool plain, (int Texts, int Longest) amount)
{
    private const int ManyGets = 1_000;
    private const int MoreThanTwoBytesCount = 70_000;

    // In memory a text is whatever chars it has; a file's encoding may have no place for half of a surrogate pair.
    private static readonly (string One, string Other)[] Halves = [("\ud800", "\ud801"), ("k\udc00", "k\udfff"), ("\ud83dk", "\ufffdk"), ("\udc00\ud800", "\udc01\ud800")];

    // Pairs of values that differ a little. For a file cache without those that another requirement checks.
    private (string One, string Other)[] LookAlike => [.. TroubleTexts.LookAlike.Where(p => !plain || (IsPlain(p.One) && IsPlain(p.Other)))];

    private static readonly TimeSpan ShortTime = TimeSpan.FromSeconds(0.06);

    // Long texts of narrow characters except for the last one, where a test of several characters at a time may not look.
    private static readonly string[] OneWide = [.. Enumerable.Range(1_100, 8).Select(n => new string('x', n) + "\u6f22")];

    public Requirement<TMaker> MissIsNull => new("miss-is-null", "A miss is null", async (maker, exam) =>
    {
        CacheTrial cache = await open(maker, exam);
        await cache.ExpectAsync(exam.Word(), null, "a key in an empty cache");
        await cache.SetAsync(exam.Word(), "value");
        await cache.ExpectAsync(exam.Word(), null, "a key that was never set");

        // What two keys have in common is a key of its own, and so is a longer one.
        string common = exam.Word();
        await Scenario(maker, exam, "a key beside longer and shorter ones").CheckAsync(
            [new(0, common + "ab", "one"), new(0, common + "cd", "two"), new(0, common), new(0, common + "a"), new(0, common + "abe")]);

        // A cache that remembers its misses must forget them.
        string late = exam.Word();
        await Scenario(maker, exam, "a key that was missed before it was set").CheckAsync(
            [.. Enumerable.Repeat(new CacheStep(0, late), 20), new CacheStep(0, late, "value"), new CacheStep(0, late)]);
        if (Delay(exam) > 0)
            await LastingAsync(maker, exam);
    },
    "What does Get return, or throw, for a key that nobody has set?",
    "A Dictionary's indexer throws KeyNotFoundException; TryGetValue and GetValueOrDefault do not.",
    "return entries.GetValueOrDefault(key); gives the value, or null when there is none.");

    public Requirement<TMaker> HitIsExact => new("hit-is-exact", "A hit returns exactly what was set", async (maker, exam) =>
    {
        var texts = new TroubleTexts(exam.Random);
        for (int i = 0; i < amount.Texts; i++)
        {
            string value = texts.Any(i, amount.Longest);
            if (plain && !IsPlain(value))
                continue;
            string key = exam.Word();
            await Scenario(maker, exam, "a key that was set").CheckAsync([new CacheStep(0, key, value), new CacheStep(0, key)]);
        }

        // A pair may lie across the place where a long text is cut.
        string pairs = TroubleTexts.Pairs(amount.Longest);
        foreach (string value in plain ? (string[])[] : ["\ud83d", "half \ude00", "\udc00\ud800", pairs, "x" + pairs, pairs + "\ud83d", .. OneWide])
        {
            string key = exam.Word();
            await Scenario(maker, exam, "a key that was set").CheckAsync([new CacheStep(0, key, value), new CacheStep(0, key)]);
        }

        // A cache may mark the values that it keeps in another form with a text of its code.
        foreach (string value in (exam.Code?.Texts ?? []).Where(t => t.Length < 40 && (!plain || IsPlain(t))).Take(16))
        {
            string key = exam.Word(), more = exam.Word();
            await Scenario(maker, exam, "a key that was set").CheckAsync([new(0, key, value), new(0, key), new(0, more, value + "4100"), new(0, more)]);
        }

        string large = exam.Word();
        await Scenario(maker, exam, "a key that was set").CheckAsync([new CacheStep(0, large, exam.Word(50 * amount.Longest)), new CacheStep(0, large)]);

        // A cache that keeps equal values once must not take one for another that differs only a little.
        foreach ((string One, string Other)[] some in LookAlike.Chunk(8))
        {
            CacheStep[] sets = [.. some.SelectMany(p => new[] { p.One, p.Other }).Select(value => new CacheStep(0, exam.Word(), value))];
            await Scenario(maker, exam, "a key that was set").CheckAsync([.. sets, .. sets.Select(s => new CacheStep(0, s.Key))]);
        }
    },
    "Is an empty answer an answer? Are spaces around it part of it?",
    "string.IsNullOrEmpty, IsNullOrWhiteSpace and Trim have no place here: only null means a miss.",
    "Store the value as it is, and return what is stored without looking at it.");

    public Requirement<TMaker> SetReplaces => new("set-replaces", "A second Set replaces the first", async (maker, exam) =>
    {
        string[] keys = [exam.Word(), exam.Word()];
        string[] values = [exam.Word(), exam.Word(), exam.Word(4), "", $"{exam.Word()} and {exam.Word()}", exam.Word(60)];
        for (int round = 0; round < 4; round++)
        {
            var steps = new List<CacheStep>();
            for (int i = 0; i < 6; i++)
            {
                string key = exam.Random.GetItems(keys, 1)[0];
                steps.AddRange([new CacheStep(0, key, round == 0 ? values[i] : exam.Random.GetItems(values, 1)[0]), new CacheStep(0, key)]);
            }

            await Scenario(maker, exam, "a key that was set again").CheckAsync(steps);
        }

        // A value that differs in the middle only must replace the first one too.
        foreach (int half in (int[])[50, 500, amount.Longest / 2])
        {
            string[] alike = [.. "ab".Select(c => new string('k', half) + c + new string('k', half))];
            await Scenario(maker, exam, "a key that was set again").CheckAsync([new(0, keys[0], alike[0]), new(0, keys[0], alike[1]), new(0, keys[0])]);
        }

        // So must one that differs only a little.
        CacheTrial once = await open(maker, exam);
        foreach ((string One, string Other)[] some in LookAlike.Chunk(8))
        {
            var steps = new List<CacheStep>();
            foreach ((string one, string other) in some)
            {
                // Another requirement checks that a value is kept as it is at the first Set.
                string key = exam.Word();
                await once.SetAsync(key, other);
                if (await once.GetAsync(key) == other)
                    steps.AddRange([new(0, keys[0], one), new(0, keys[0], other), new(0, keys[0])]);
            }

            await Scenario(maker, exam, "a key that was set again").CheckAsync(steps);
        }
    },
    "What happens on the second Set with the same key?",
    "Add throws when the key is there, and TryAdd keeps the old value.",
    "entries[key] = value; adds or replaces.");

    public Requirement<TMaker> KeysAreOrdinal => new("keys-are-ordinal", "Keys that differ in any character are different keys", async (maker, exam) =>
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string one, string other) in TroubleTexts.LookAlike.Concat(plain ? [] : Halves))
        {
            if (plain && one.Concat(other).Any(c => c < ' ' || c is '"' or '\\'))
                continue;
            await Scenario(maker, exam, "a key beside one that looks like it").CheckAsync(
            [
                // Don't ask for a key that an earlier instance has set: another requirement checks that instances share nothing.
                new(0, one, "one"), .. used.Contains(other) ? Array.Empty<CacheStep>() : [new(0, other)], new(0, other, "other"), new(0, one), new(0, other),
            ]);
            used.UnionWith([one, other]);
        }

        // A cache may make a number from a key with one of the numbers in its code.
        foreach (int factor in plain ? [] : exam.Numbers(' ', 60_000).Where(n => !char.IsSurrogate((char)('!' + n))).Take(12))
        {
            string prefix = exam.Word(4), one = $"{prefix}a{(char)('!' + factor)}", other = $"{prefix}b!";
            await Scenario(maker, exam, "a key beside another one").CheckAsync([new(0, one, "one"), new(0, other), new(0, other, "other"), new(0, one)]);
        }

        if (!plain)
            await ManyApartAsync(maker, exam, new EntrySeries(exam.Word(3), EntrySeries.Pairs, InLetters: true));

        // Of 120,000 numbers with 32 bits, two are likely equal. A cache that copies all its entries at each Set is spared most of them.
        foreach (int count in plain ? (int[])[] : [10_000, 30_000, 120_000])
        {
            long start = Stopwatch.GetTimestamp();
            await ManyApartAsync(maker, exam, new EntrySeries(exam.Word(), count));
            if (Stopwatch.GetElapsedTime(start) > ShortTime)
                break;
        }
    },
    "Are \"Key\" and \"key\" one key or two? And \"key\" and \"key \"?",
    "Compare character by character: no ToLower, no Trim, no Normalize, no comparer that knows a language. "
        + "SortedDictionary<string, ...> uses such a comparer unless told otherwise.",
    "new Dictionary<string, string>(StringComparer.Ordinal), or new SortedDictionary<string, string>(StringComparer.Ordinal).")
    { After = ["miss-is-null"] };

    public Requirement<TMaker> HitStays => new("hit-stays", "A hit leaves the entry in place", async (maker, exam) =>
    {
        CacheTrial cache = await open(maker, exam);
        (string key, string value) = (exam.Word(), exam.Word());
        await cache.SetAsync(key, value);
        for (int time = 1; time <= 12; time++)
            await cache.ExpectAsync(key, value, $"Get number {time} of one key");
        await (await open(maker, exam)).AllStayAsync(new EntrySeries(exam.Word(), 1, 50), ManyGets);
        if (!plain)
        {
            await (await open(maker, exam)).AllStayAsync(new EntrySeries(exam.Word(), 10, 150_000), 1);
            await (await open(maker, exam)).AllStayAsync(new EntrySeries(exam.Word(), 1), MoreThanTwoBytesCount);
            await (await open(maker, exam)).AllStayAsync(new EntrySeries(exam.Word(), 2_000), 1);
            EntrySeries first = new(exam.Word(), 400), more = new(exam.Word(), 400);

            // Another requirement checks that entries are kept which nobody reads.
            if (await (await open(maker, exam)).CountLostAsync(first, more, read: false) == 0
                && await (await open(maker, exam)).CountLostAsync(first, more, read: true) is > 0 and var lost)
                throw exam.Unmet(exam.Calling, $"{lost} values missing or wrong", "none");
        }

        if (Delay(exam) is > 0 and var delay)
        {
            Lasting lasting = await LastingAsync(maker, exam);
            TimeSpan left = TimeSpan.FromMilliseconds(delay) - Stopwatch.GetElapsedTime(lasting.Start);
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, exam.CancellationToken);
            cache = lasting.Cache.In(exam);
            cache.Waited(delay);
            await cache.ExpectAsync(lasting.Key, lasting.Value, $"Get {delay:N0} ms later");
        }
    },
    "Ask twice for the same key.",
    "Get only looks. Nothing is taken out.",
    "Remove(key, out value) takes the entry away; TryGetValue(key, out value) leaves it.");

    public Requirement<TMaker> NullKey => new("null-key", "A null key is an ArgumentNullException", async (maker, exam) =>
    {
        // A cache may take another way when it holds many entries.
        foreach (int count in plain ? (int[])[0] : [0, 500])
        {
            CacheTrial cache = await open(maker, exam);
            if (count > 0)
                await cache.SetManyAsync(new EntrySeries(exam.Word(), count));
            await cache.ExpectNullRefusedAsync(() => cache.GetAsync(null), "Get(null)", "Get with a null key");
            await cache.ExpectNullRefusedAsync(() => cache.SetAsync(null, "value"), "Set(null, \"value\")", "Set with a null key");
            await cache.ExpectNullRefusedAsync(() => cache.SetAsync(null, ""), "Set(null, \"\")", "Set with a null key and an empty value");
        }
    },
    "What should a caller see who passes null by mistake: silence, or a word about which argument was null?",
    "Check the argument before anything else, in Get and in Set.",
    "ArgumentNullException.ThrowIfNull(key); as the first line of both.")
    { Stretch = true };

    // Two keys may get one value when a cache finds an entry by a number made from its key.
    private async Task ManyApartAsync(TMaker maker, Exam exam, EntrySeries series)
    {
        if (await (await open(maker, exam)).MixedUpAsync(series) is { } mixed)
            await Scenario(maker, exam, "a key beside another one").CheckAsync([new(0, mixed.One, "one"), new(0, mixed.Other, "other"), new(0, mixed.One)]);
    }

    // A cache may forget an entry after a time that its code names. The time passes while other requirements are checked.
    private static int Delay(Exam exam) => exam.Code is { Clocks: not ClockUse.None, Delays: var delays } ? delays.LastOrDefault() : 0;

    private Task<Lasting> LastingAsync(TMaker maker, Exam exam) => exam.OnceAsync("lasting", async () =>
    {
        var lasting = new Lasting(await open(maker, exam), exam.Word(), exam.Word(), Stopwatch.GetTimestamp());
        await lasting.Cache.SetAsync(lasting.Key, lasting.Value);
        return lasting;
    });

    private sealed record Lasting(CacheTrial Cache, string Key, string Value, long Start);

    /// <summary>Whether JSON writes a text unescaped.</summary>
    public static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.AsSpan().ContainsAny('"', '\\');

    private CacheScenario Scenario(TMaker maker, Exam exam, string tried) =>
        new(exam, () => (_, _) => open(maker, exam), shared: true, tried);
}
