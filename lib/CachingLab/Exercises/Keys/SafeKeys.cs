using System.Diagnostics.CodeAnalysis;
using CachingLab.Exams;

namespace CachingLab.Exercises.Keys;

/// <summary>Whether keys are safe to show and to use as file names.</summary>
internal static class SafeKeys
{
    private const int Shortest = 16;
    private const int Longest = 128;

    // The number of prompts that have a part in common.
    private const int Prompts = 24;

    private const int LongPrompt = 8_000;

    // The lengths of short numbers, and of digests in hexadecimal and in base64: a text of digits looks like either.
    private static readonly int[] DigestLengths = [11, 16, 22, 24, 32, 40, 43, 44, 48, 56, 64, 86, 88, 96, 128];

    /// <summary>Whether a key is neither too short nor too long.</summary>
    public static bool HasFitLength([NotNullWhen(true)] string? key) => key?.Length is >= Shortest and <= Longest;

    /// <summary>Fails the requirement when a key has a length or a character that it may not have.</summary>
    /// <param name="samples">Requests whose fields are filled.</param>
    /// <param name="others">Requests that are checked as they are.</param>
    public static async Task CheckFormAsync(KeyProbe keys, IReadOnlyList<LlmRequest> samples, IEnumerable<LlmRequest> others)
    {
        // A key's length may depend on the prompt's, but show it only for very long prompts.
        LlmRequest[] requests = [.. samples.SelectMany(s => Requests(s, keys.Exam.Random)), samples[0] with { UserPrompt = new string('a', 1_000_000) }, .. others];
        foreach ((LlmRequest request, string? key) in requests.Zip(await keys.KeysAsync(requests)))
        {
            keys.Try(request);
            if (!HasFitLength(key))
                throw keys.Exam.Unmet(key is null ? "a key" : $"a key, {key.Length:N0} characters long", GotText.Value(key), $"{Shortest} to {Longest} characters");
            char[] odd = [.. key.Where(c => !char.IsAsciiLetterOrDigit(c) && c is not '_' and not '-').Take(1)];
            if (odd.Length > 0)
                throw keys.Exam.Unmet($"a key with the character {CodeText.Literal(new string(odd))}", GotText.Value(key), "only 0-9, A-Z, a-z, _ and -");
        }
    }

    /// <summary>Fails the requirement when a part that prompts have in common shows in their keys, in plain, encoded or encrypted.</summary>
    /// <remarks>A character that all keys share reveals nothing. One that two dozen keys share in the same place is no chance.</remarks>
    /// <param name="sample">The request whose prompts are filled.</param>
    /// <param name="digests">Whether to try prompts that look like digests of many lengths. One request type is enough for them.</param>
    public static async Task CheckSilenceAsync(KeyProbe keys, LlmRequest sample, bool digests)
    {
        Exam exam = keys.Exam;
        LlmRequest small = sample with { Model = "m", SystemPrompt = "", UserPrompt = "" };
        foreach (RequestField field in (RequestField[])[RequestField.UserPrompt, RequestField.SystemPrompt])
        {
            foreach (Shape shape in Shapes(exam, digests))
                await CheckSilenceAsync(keys, sample, field, shape);
            await CheckSilenceAsync(keys, small, field, new("the first letters", "ab", "no", k => k + exam.Word(3)));
        }
    }

    private static async Task CheckSilenceAsync(KeyProbe keys, LlmRequest sample, RequestField field, Shape shape)
    {
        LlmRequest[] requests = [.. ((string[])[shape.One, shape.Other]).SelectMany(kept => Enumerable.Range(0, Prompts).Select(_ => field.Put(sample, shape.Prompt(kept))))];
        string[] made = [.. (await keys.KeysAsync(requests)).Select(k => k ?? "")];
        if (!Tells(made, fromEnd: false) && !Tells(made, fromEnd: true))
            return;
        throw keys.Exam.Unmet(
            $"the keys of two prompts that have {shape.Part} in common, and so have other such prompts: it shows in the key",
            GotText.Keys(made[0], made[1]), "keys that have nothing in common which others have not", keys.Shown(requests[0], requests[1]));
    }

    // A part to keep, in two versions, and the function that draws a prompt around one.
    private sealed record Shape(string Part, string One, string Other, Func<string, string> Prompt);

    private static IEnumerable<Shape> Shapes(Exam exam, bool digests)
    {
        string word = exam.Word(6), longer = exam.Word(48);
        string Rotated(string text) => string.Concat(text.Select(c => (char)('a' + ((c - 'a' + 13) % 26))));
        string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => exam.Random.Next(10)));
        yield return new("the first word", word, Rotated(word), k => $"{k} {exam.Word(6)} {exam.Word(6)} {exam.Word(6)}");
        yield return new("the second word", word, Rotated(word), k => $"{exam.Word(6)} {k} {exam.Word(6)} {exam.Word(6)}");
        yield return new("the last word", word, Rotated(word), k => $"{exam.Word(6)} {exam.Word(6)} {exam.Word(6)} {k}");
        yield return new("the first letter", "c", "p", k => $"{k}{exam.Word(5)} {exam.Word(6)}");
        yield return new("the last letter", "c", "p", k => $"{exam.Word(6)} {exam.Word(5)}{k}");
        yield return new("the first letters", word, Rotated(word), k => k + exam.Word(6));
        foreach (int length in digests ? DigestLengths : DigestLengths[..1])
            yield return new("the first digits", "02468", "57913", k => k + Digits(length - k.Length));
        yield return new("the beginning", longer, Rotated(longer), k => k + exam.Word());
        string filler = new('a', LongPrompt);
        yield return new("the first letters", longer, Rotated(longer), k => k + exam.Word() + filler);
        yield return new("the end", longer, Rotated(longer), k => exam.Word() + k);
        yield return new("the capital letters", word.ToUpperInvariant(), Rotated(word).ToUpperInvariant(), k => exam.Word() + k + exam.Word());
    }

    // Whether in some place all keys of the first half share one character, and all of the second half another.
    private static bool Tells(string[] keys, bool fromEnd)
    {
        char At(string key, int i) => key[fromEnd ? key.Length - 1 - i : i];
        bool Agree(IEnumerable<string> some, int i) => some.Select(k => At(k, i)).Distinct().Count() == 1;
        int half = keys.Length / 2;
        return Enumerable.Range(0, keys.Min(k => k.Length))
            .Any(i => Agree(keys.Take(half), i) && Agree(keys.Skip(half), i) && At(keys[0], i) != At(keys[half], i));
    }

    private static IEnumerable<LlmRequest> Requests(LlmRequest sample, Random random) =>
    [
        sample,
        sample with { SystemPrompt = "", UserPrompt = "" },
        sample with { Model = "house/model:v1.5 (new)", Temperature = 1234.5 },
        sample with { Model = "mod\u00e8le-\u6f22\u0663" },
        sample with { UserPrompt = "../../etc/passwd?*|<>" },
        sample with { SystemPrompt = "caf\u00e9", UserPrompt = "\u6f22\u5b57 \ud83d\ude00" },
        sample with { UserPrompt = new string('a', 20_000), Temperature = -1.5 },
        sample with { SystemPrompt = new string('a', 20_000), Model = new string('m', 300), Temperature = 1e300 },
        .. Enumerable.Range(0, 300).Select(i => sample with { UserPrompt = $"What is {random.Next()}?", Temperature = i / 10.0 }),
    ];
}
