using CachingLab.Exams;

namespace CachingLab.Exercises.Keys;

/// <summary>The requirements that the two exercises about key functions share, for any request type.</summary>
/// <param name="function">The function's name in the notebook.</param>
/// <param name="samples">One request, without lists, of each type that the exercise is about. All others are copies of these.</param>
/// <param name="nested">The fields inside lists that the exercise is about.</param>
/// <param name="sorted">Requests with names that a key may sort, which not all cultures do alike.</param>
internal sealed class KeyRules(
    string function, IReadOnlyList<LlmRequest> samples, IReadOnlyList<RequestField> nested, IReadOnlyList<LlmRequest> sorted)
{
    public const string SameId = "same-request-same-key";

    // Among so many keys of 32 bits, two are almost certainly equal.
    private const int Many = 150_000;

    // A key function may take another way when a text does not fit into a buffer.
    private const int LongerThanBuffers = 70_000;

    // Some cultures write a length with a separator after the thousands, and not all the same one.
    private const int LongerThanThousand = 1_234;

    private const string AnotherRun =
        "// Run this, restart the kernel, run the answer's cell and this one again: the key is another one. "
        + "If not, make other keys first, under another culture.";
    private const string OtherCulture = "de-DE";
    private static readonly string[] Cultures = ["de-DE", "tr-TR", "ar-SA", "fa-IR", "sv-SE", "da-DK", "cs-CZ"];
    private static readonly double[] Temperatures = [0.7, 1e-9, 1234.5, -1.5, -2.0];

    public Requirement<IKeyMaker> SameRequest => Rule(SameId, "Equal requests give equal keys", async keys =>
    {
        foreach (LlmRequest sample in samples)
        {
            LlmRequest request = sample with { UserPrompt = $"{keys.Exam.Word()} {keys.Exam.Word()}", Temperature = 0.7 };
            LlmRequest copy = request with { UserPrompt = new string(request.UserPrompt.AsSpan()) };
            await keys.MustAgreeAsync(request, copy, "the keys of two equal requests");
        }
    },
    "Nothing that changes from call to call may go into the key: no time, no random number, no counter.",
    "Two records with equal fields are equal, yet they are two objects: use their fields, not what identifies the object.",
    "Turn the fields into one text, always in the same order, and hash that text with SHA256.HashData: equal text, equal hash.");

    public Requirement<IKeyMaker> EveryField => Rule(
        "every-field-counts", "Changing any one field changes the key", FieldsAsync,
        "Which of the request's fields can change what the model answers? Compare that list with what your key is made of.",
        "Model, SystemPrompt, UserPrompt and Temperature all count. The counterexample names the one that is missing.",
        "Serialize the whole record instead of picking fields: JsonSerializer.Serialize(request, request.GetType()) forgets none.");

    public Requirement<IKeyMaker> LongPrompts => Rule("long-prompts-count", "Every character of a long prompt counts", LongPromptsAsync,
        "Does every character of the prompt reach the hash, or only the first or last ones?",
        "Cut the hash if the key must be short, never the text that goes into the hash.",
        "SHA-256 takes a text of any length and gives 32 bytes: hash everything, then write those bytes as 64 hexadecimal digits.");

    public Requirement<IKeyMaker> NoCollision => Rule(
        "no-boundary-collision", "Text moved from one field to its neighbour changes the key", CollisionsAsync,
        "Glue \"ab\" and \"c\" together, then \"a\" and \"bc\". What tells the two results apart?",
        "A separator does not help: a prompt can hold any character, the separator and its escape too. Say where each field ends in a way no text can imitate.",
        "Let JSON do the quoting (JsonSerializer.Serialize of the whole record), or write each field's length before its text; then hash the result.");

    public Requirement<IKeyMaker> NearTexts => Rule(
        "near-texts-differ", "Texts and temperatures that only look alike get different keys", NearAsync,
        "A model may answer \"hello\" and \"Hello \" differently. Does your key see a difference?",
        "No ToLower, no Trim, no Normalize, no rounding; and an encoding that has every character: ASCII turns all of \u00e9, \u00e8 and \u6f22 into a question mark.",
        "Hash Encoding.UTF8.GetBytes(text) of the texts as they are, and write the number so that it can be read back exactly: "
            + "Temperature.ToString(\"R\", CultureInfo.InvariantCulture).");

    public Requirement<IKeyMaker> SafeKey => Rule("safe-key", "The key is a safe file name and shows nothing of the prompt", SafeAsync,
        "Could this key be a file's name on every system? Could a stranger who sees it in a log learn what was asked?",
        "Encoding a text (base64, hexadecimal) is not hiding it: anyone can decode it. And its length grows with the prompt. What gives the same length always?",
        "Convert.ToHexString(SHA256.HashData(bytes)) is always 64 characters of 0-9 and A-F, and nobody can turn it back.");

    public Requirement<IKeyMaker> AnyCulture => Rule("any-culture", "The key is the same under every culture", CulturesAsync,
        "What does 0.7 look like on a German colleague's machine?",
        "$\"{request.Temperature}\" and ToString() write numbers as the current culture does: 0,7 here and 0.7 there.",
        "Pass CultureInfo.InvariantCulture to ToString, or use string.Create(CultureInfo.InvariantCulture, $\"...\"), or JSON, which has one way to write a number.")
    with
    {
        After = [SameId],
    };

    public Requirement<IKeyMaker> AnotherProcess => Rule("another-process", "The key is the same in another process", async (keys, maker) =>
    {
        IKeyMaker other = await keys.Exam.InAnotherProcessAsync<IKeyMaker>();
        string[] words = [keys.Exam.Word(), .. Enumerable.Range(0, 2).Select(_ => $"{keys.Exam.Word()} {keys.Exam.Word(200)}")];
        string[] lengthy = [.. ((int[])[2_000, 2_000, LongerThanBuffers, LongerThanBuffers]).Select(n => keys.Exam.Word() + new string('a', n))];
        LlmRequest[] requests = [.. InBoth(words), .. lengthy.SelectMany(t => new[] { samples[0] with { UserPrompt = t }, samples[0] with { SystemPrompt = t } })];
        IReadOnlyList<string?> here = await keys.KeysAsync(requests);
        keys.Exam.Try(() => Under(OtherCulture, keys.Call(requests[0])), () => keys.Call(requests[0]));
        IReadOnlyList<string?> again = await maker.MakeKeysAsync(requests, OtherCulture, keys.Exam.CancellationToken).As(requests.Length);

        // A key must not depend on which requests came before, or on the culture of the first one, either.
        LlmRequest[] backwards = [.. requests.Reverse()];
        string?[] there = [.. (await other.MakeKeysAsync(backwards, OtherCulture, keys.Exam.CancellationToken).As(requests.Length)).Reverse()];
        for (int i = 0; i < requests.Length; i++)
        {
            // Other requirements check that equal lists get one key within a process, and under every culture.
            if (here[i] == again[i] && here[i] != there[i])
                throw keys.Exam.Unmet("the key of one request in two processes", GotText.Keys(here[i], there[i]), "one key", $"{AnotherRun}\n{keys.Shown(requests[i])}");
        }
    },
    "Restart the kernel and run the counterexample again: is it still the same key?",
    "GetHashCode of a string is drawn anew in each process, on purpose. So is anything made from it.",
    "Use a hash that is a fixed function of its bytes: SHA256.HashData(Encoding.UTF8.GetBytes(text)).")
    with
    {
        After = [SameId],
    };

    public Requirement<IKeyMaker> NegativeZero => Rule("negative-zero", "Temperatures 0.0 and -0.0 share a key", async keys =>
    {
        foreach (LlmRequest sample in samples)
            await keys.MustAgreeAsync(sample with { Temperature = 0.0 }, sample with { Temperature = -0.0 }, "two requests with equal temperatures, 0.0 and -0.0");
    },
    "0.0 == -0.0 is true, and yet they are written differently. Print both.",
    "Look for the zero before you write the number: what can you compare it with?",
    "request.Temperature == 0.0 ? request with { Temperature = 0.0 } : request gives one zero for both.")
    with
    {
        After = [SameId],
        Stretch = true,
    };

    public Requirement<IKeyMaker> LoneSurrogates => Rule("lone-surrogates", "Texts that differ in half of a surrogate pair get different keys", keys =>
        DifferAsync(keys, LookAlikes.Halves),
        "Cut \"\\ud83d\\ude00\" (an emoji) after its first char. What becomes of the half that is left when your key writes it?",
        "UTF-8 has no bytes for half of a pair: Encoding.UTF8 and JSON write U+FFFD in place of each, so all halves look the same.",
        "Hash the chars themselves: MemoryMarshal.AsBytes(text.AsSpan()) gives their bytes, and BinaryWriter.Write((ushort)c) writes one; with each text's length in front.")
    with
    {
        Stretch = true,
    };

    public Requirement<IKeyMaker> Rule(string id, string title, Func<KeyProbe, Task> verify, params IReadOnlyList<string> hints) =>
        Rule(id, title, (keys, _) => verify(keys), hints);

    public Requirement<IKeyMaker> Rule(string id, string title, Func<KeyProbe, IKeyMaker, Task> verify, params IReadOnlyList<string> hints) =>
        new(id, title, (maker, exam) => verify(new KeyProbe(maker, exam, function), maker), hints);

    // The plain fields of each sample, and the fields inside lists where the sample has such lists.
    private IEnumerable<(LlmRequest Sample, IEnumerable<RequestField> Fields)> Places() =>
        samples.Select(s => (s, s is ExtendedLlmRequest ? RequestField.Plain.Concat(nested) : RequestField.Plain));

    private LlmRequest[] InBoth(string[] words) =>
    [
        .. samples.Select(s => s with { UserPrompt = words[0], Temperature = 0.7 }),
        .. from word in words from place in Places() from part in place.Fields select part.Put(place.Sample, word),
    ];

    private async Task FieldsAsync(KeyProbe keys)
    {
        foreach (LlmRequest sample in samples)
            await keys.MustDifferAsync(Some(
                keys.Exam, FieldChanges.Of(keys.Exam, sample).Concat(LongTexts.Of(keys.Exam, sample, RequestField.Model, 10_000)), all: sample == samples[0]));
        (KeySeries series, IReadOnlyList<long> digests) = await SeriesAsync(keys);
        if (KeyProbe.FindSame(series, digests) is { } same)
            await keys.MustDifferAsync(same.First, same.Second, $"two of {Many:N0} requests with different models or prompts");
    }

    private Task<Tuple<KeySeries, IReadOnlyList<long>>> SeriesAsync(KeyProbe keys) => keys.Exam.OnceAsync("series", async () =>
    {
        var series = new KeySeries(samples[0] with { UserPrompt = keys.Exam.Word(4) }, 0, Many);
        return Tuple.Create(series, await keys.DigestsAsync(series));
    });

    private async Task LongPromptsAsync(KeyProbe keys)
    {
        var asked = new HashSet<string>();
        foreach ((LlmRequest sample, IEnumerable<RequestField> fields) in Places())
        {
            IReadOnlyList<RequestField> counting = await keys.CountingAsync(sample, fields.Where(f => f != RequestField.Model));
            await keys.MustDifferAsync(counting.SelectMany(f =>
                Some(keys.Exam, LongTexts.Of(keys.Exam, sample, f, sample == samples[0] ? 200_000 : 20_000), all: asked.Add(f.Name))));
        }
    }

    private async Task CollisionsAsync(KeyProbe keys)
    {
        var asked = new HashSet<string>();
        foreach ((LlmRequest sample, IEnumerable<RequestField> fields) in Places())
        {
            IReadOnlyList<RequestField> counting = await keys.CountingAsync(sample, fields);
            IReadOnlyList<string> separators = sample == samples[0] ? Separators.All(keys.Exam.Code) : Separators.MostTelling(keys.Exam.Code);
            IEnumerable<KeyFamily> families = Boundaries.Of(keys.Exam, sample, counting, separators, labels: sample == samples[0]);
            await keys.MustDifferAsync(Some(keys.Exam, families, all: asked.Add(string.Join(' ', counting.Select(f => f.Name)))));
        }
    }

    private async Task DifferAsync(KeyProbe keys, IReadOnlyList<TextFamily> families)
    {
        var asked = new HashSet<string>();
        foreach ((LlmRequest sample, IEnumerable<RequestField> fields) in Places())
        {
            IReadOnlyList<RequestField> counting = await keys.CountingAsync(sample, fields);
            await keys.MustDifferAsync(counting.SelectMany(f => Some(keys.Exam, families, all: asked.Add(f.Name)).Select(t => t.In(f, sample))));
        }
    }

    // All families of a field are tried once. In other request types a field may be missing, but is rarely treated differently: a fifth is enough.
    private static IEnumerable<T> Some<T>(Exam exam, IEnumerable<T> families, bool all) => families.Where(_ => all || exam.Random.Next(5) == 0);

    private async Task NearAsync(KeyProbe keys)
    {
        await DifferAsync(keys, [.. LookAlikes.Of(keys.Exam)]);
        foreach (LlmRequest sample in samples)
        {
            IReadOnlyList<string?> far = await keys.KeysAsync(sample with { Temperature = 0.5 }, sample with { Temperature = 8.0 });
            if (far[0] != far[1])
                await keys.MustDifferAsync([new KeyFamily("two temperatures that are close", [.. LookAlikes.Numbers(keys.Exam).Select(t => sample with { Temperature = t })])]);
        }
    }

    private async Task CulturesAsync(KeyProbe keys, IKeyMaker maker)
    {
        string lengthy = new('a', LongerThanThousand);
        LlmRequest[] requests =
        [
            .. samples.SelectMany(_ => Temperatures, (sample, t) => sample with { Temperature = t }), .. sorted,
            .. from place in Places() from part in place.Fields select part.Put(place.Sample, lengthy),
        ];
        IReadOnlyList<string?> invariant = await keys.KeysAsync(requests);
        IReadOnlyList<string?> again = await keys.KeysAsync(requests);
        foreach (string culture in Cultures)
        {
            keys.Exam.Try(() => Under(culture, keys.Call(requests[0])), () => keys.Call(requests[0]));
            IReadOnlyList<string?> there = await maker.MakeKeysAsync(requests, culture, keys.Exam.CancellationToken).As(requests.Length);
            for (int i = 0; i < requests.Length; i++)
            {
                // Another requirement checks that equal lists get one key.
                if (again[i] == invariant[i] && there[i] != invariant[i])
                    throw keys.Exam.Unmet(
                        $"the key under the culture {culture}", CodeText.Shown(there[i]), $"{CodeText.Shown(invariant[i])}, as everywhere",
                        Under(culture, keys.Call(requests[i])));
            }
        }
    }

    private static string Under(string culture, string call) => $"Got.Under(\"{culture}\", () => {call});";

    private async Task SafeAsync(KeyProbe keys)
    {
        (KeySeries series, IReadOnlyList<long> digests) = await SeriesAsync(keys);
        await SafeKeys.CheckFormAsync(keys, samples, digests.Index().Where(d => d.Item == KeyDigest.Unfit).Take(1).Select(d => series.Request(d.Index)));
        foreach (LlmRequest sample in samples)
            await SafeKeys.CheckSilenceAsync(keys, sample, digests: sample == samples[0]);
    }
}
