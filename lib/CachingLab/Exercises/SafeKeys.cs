using System.Text;
using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>Whether keys are safe to show and to use as file names.</summary>
internal static class SafeKeys
{
    private const int Shortest = 16;
    private const int Longest = 128;
    private const int Trials = 12;
    private const int Window = 4;

    /// <summary>Fails the requirement when a key has a length or a character that it may not have.</summary>
    public static async Task CheckFormAsync(KeyProbe keys, IReadOnlyList<LlmRequest> samples)
    {
        LlmRequest[] requests = [.. samples.SelectMany(s => Requests(s, keys.Exam.Random))];
        foreach ((LlmRequest request, string? key) in requests.Zip(await keys.KeysAsync(requests)))
        {
            keys.Try(request);
            if (key is null || key.Length is < Shortest or > Longest)
                throw keys.Exam.Unmet(key is null ? "a key" : $"a key, {key.Length:N0} characters long", GotText.Value(key), $"{Shortest} to {Longest} characters");
            char[] odd = [.. key.Where(c => !char.IsAsciiLetterOrDigit(c) && c is not '_' and not '-').Take(1)];
            if (odd.Length > 0)
                throw keys.Exam.Unmet($"a key with the character {CodeText.Literal(new string(odd))}", GotText.Value(key), "only 0-9, A-Z, a-z, _ and -");
        }
    }

    /// <summary>Fails the requirement when keys show pieces of the prompts that they stand for.</summary>
    /// <remarks>Four letters can stand in one key by chance; in half of the keys they cannot.</remarks>
    public static async Task CheckSilenceAsync(KeyProbe keys, LlmRequest sample)
    {
        var shown = new List<(string Call, string Key, string Word)>();
        LlmRequest[] requests =
            [.. Enumerable.Range(0, Trials).Select(_ => sample with { SystemPrompt = Sentence(keys.Exam), UserPrompt = Sentence(keys.Exam) })];
        foreach ((LlmRequest request, string? key) in requests.Zip(await keys.KeysAsync(requests)))
        {
            string[] words = [.. request.SystemPrompt.Split(' '), .. request.UserPrompt.Split(' ')];
            if (key is not null && words.FirstOrDefault(w => Shows(key, w)) is { } word)
                shown.Add((keys.Shown(request), key, word));
        }

        if (shown.Count >= Trials / 2)
            throw keys.Exam.Unmet($"the key of a prompt with the word {shown[0].Word}, which holds a part of it", GotText.Value(shown[0].Key), "a key that tells nothing of the prompt", shown[0].Call);
    }

    private static string Sentence(Exam exam) => $"{exam.Word()} {exam.Word()}";

    private static IEnumerable<LlmRequest> Requests(LlmRequest sample, Random random) =>
    [
        sample,
        sample with { SystemPrompt = "", UserPrompt = "" },
        sample with { Model = "house/model:v1.5 (new)", Temperature = 1234.5 },
        sample with { UserPrompt = "../../etc/passwd?*|<>" },
        sample with { SystemPrompt = "caf\u00e9", UserPrompt = "\u6f22\u5b57 \ud83d\ude00" },
        sample with { UserPrompt = new string('a', 20_000), Temperature = -1.5 },
        .. Enumerable.Range(0, 40).Select(i => sample with { UserPrompt = $"What is {random.Next()}?", Temperature = i / 10.0 }),
    ];

    private static bool Shows(string key, string word) =>
        Readings(key).Any(text => Enumerable.Range(0, word.Length - Window + 1)
            .Any(i => text.Contains(word.Substring(i, Window), StringComparison.OrdinalIgnoreCase)));

    // The key itself, and what it says when read as hexadecimal or as base64, from each place where a group can start.
    private static IEnumerable<string> Readings(string key)
    {
        yield return key;
        for (int start = 0; start < 2; start++)
            yield return FromHex(key, start);
        for (int start = 0; start < 4; start++)
            yield return FromBase64(key, start);
    }

    private static string FromHex(string key, int start)
    {
        var bytes = new List<byte>();
        for (int i = start; i + 1 < key.Length; i += 2)
            bytes.Add(char.IsAsciiHexDigit(key[i]) && char.IsAsciiHexDigit(key[i + 1]) ? Convert.ToByte(key.Substring(i, 2), 16) : (byte)'?');
        return Plain([.. bytes]);
    }

    private static string FromBase64(string key, int start)
    {
        string digits = key.Length > start ? key[start..].Replace('-', '+').Replace('_', '/') : "";
        digits = string.Concat(digits.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/'));
        return Plain(Convert.FromBase64String(digits[..(digits.Length / 4 * 4)]));
    }

    // UTF-16 reads as UTF-8 once its zero bytes are gone.
    private static string Plain(byte[] bytes) => Encoding.Latin1.GetString([.. bytes.Where(b => b != 0)]);
}
