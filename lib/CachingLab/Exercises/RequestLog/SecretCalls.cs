using System.Text;
using CachingLab.Exams;
using CachingLab.Exercises.Calls;

namespace CachingLab.Exercises.RequestLog;

/// <summary>Calls whose prompts, answers and messages are drawn so that any part of them is recognized in a log.</summary>
internal static class SecretCalls
{
    // So many letters of a random word do not occur by chance. Of the rare letters, one is enough.
    private const int Piece = 6;
    private const char FirstRare = '\ua000', LastRare = '\ua48c';

    /// <param name="plain">The call that supplies everything that is not secret.</param>
    public static IEnumerable<LoggedScript> Of(LoggedScript plain, DrawnCalls draws, Exam exam)
    {
        int[] lengths = [4, 4, 1, 400, 40, 2, 1_000];
        yield return Secret(plain with { Reply = new ScriptedReply("") }, 4, rare: false);
        foreach ((int i, int length) in lengths.Index())
        {
            yield return Secret(plain with { Reply = new ScriptedReply("") { Form = i % 2 == 0 ? ReplyForm.InATask : ReplyForm.AfterAYield } }, length, rare: i % 2 == 1);
        }

        foreach ((int i, ScriptedReply failing) in draws.Failures().Where(f => f.Failure is { EndsWithMessage: true }).Index())
            yield return Secret(plain with { Reply = failing }, i % 8 == 7 ? 300 : 4, rare: i % 4 == 3);

        LoggedScript Secret(LoggedScript script, int words, bool rare)
        {
            (string system, string user) = (Shaped(Text(words, rare)), Shaped(Text(words, rare)));

            // A prompt may quote the other one.
            LlmRequest request = script.Request with
            {
                SystemPrompt = exam.Random.Next(4) == 0 ? $"{system} {user} {Text(2, rare)}" : system,
                UserPrompt = user,
            };
            if (exam.Random.Next(4) == 0)
                request = request with { UserPrompt = $"{request.SystemPrompt} {Text(2, rare)}" };

            // A message may quote a prompt, a part of one, or the answer.
            string text = script.Reply.Failure is null ? Text(words, rare) : exam.Random.Next(4) switch
            {
                0 => request.UserPrompt,
                1 => $"{request.SystemPrompt} {Text(2, rare)}",
                2 => request.UserPrompt[(request.UserPrompt.Length / 2)..],
                _ => Text(words, rare),
            };
            return script with { Request = request, Reply = script.Reply with { Text = text } };
        }

        // Repeats a few words, so that a long text has no more pieces than a short one.
        string Text(int words, bool rare)
        {
            string[] some = [.. Enumerable.Range(0, Math.Min(words, 8)).Select(_ => rare ? Rare() : exam.Word())];
            return string.Join(' ', Enumerable.Range(0, words).Select(i => some[i % some.Length]));
        }

        // Prompts often begin with a title, a role, a tag or a field.
        string Shaped(string text) => exam.Random.Next(6) switch
        {
            0 => $"# {text}\n{text}",
            1 => $"{text}: {text}",
            2 => $"{{\"title\": \"{text}\"}}",
            3 => $"<b> {text} </b>\n\n{text}",
            _ => text,
        };

        string Rare() => string.Concat(Enumerable.Range(0, 8).Select(_ => (char)exam.Random.Next(FirstRare, LastRare + 1)));
    }

    /// <summary>A part of a secret that the log contains in plain, reversed or encoded, or null.</summary>
    public static string? Shown(LoggedScript script, LogCollector log)
    {
        string[] secrets = [script.Request.SystemPrompt, script.Request.UserPrompt, script.Reply.Text];
        HashSet<string> pieces = new(StringComparer.OrdinalIgnoreCase);
        foreach (string word in secrets.SelectMany(s => s.Split(' ')).Distinct().Where(w => w.Length >= Piece))
        {
            string backwards = new([.. word.Reverse()]);
            for (int i = 0; i + Piece <= word.Length; i++)
                pieces.UnionWith([word.Substring(i, Piece), backwards.Substring(i, Piece)]);
        }

        string[] encoded = [.. secrets.Append(secrets[0] + secrets[1]).Where(s => s.Length >= Piece)
            .Select(s => Encoding.UTF8.GetBytes(s[..Piece])).SelectMany(b => new[] { Convert.ToBase64String(b), Convert.ToHexString(b) })];
        return log.Entries.SelectMany(e => e.Texts).Select(t => Part(t, pieces, encoded)).FirstOrDefault(p => p is not null);
    }

    private static string? Part(string text, HashSet<string> pieces, string[] encoded)
    {
        if (text.FirstOrDefault(c => c is >= FirstRare and <= LastRare) is not '\0' and var rare)
            return rare.ToString();
        for (int i = 0; i + Piece <= text.Length; i++)
        {
            string piece = text.Substring(i, Piece);
            if (pieces.Contains(piece))
                return piece;
        }

        return encoded.FirstOrDefault(e => text.Contains(e, StringComparison.OrdinalIgnoreCase));
    }
}
