using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exercises.Calls;

/// <summary>Draws the arguments of calls: troublesome texts, every failure, and the texts and numbers in the answer's code.</summary>
internal sealed class DrawnCalls(Exam exam)
{
    private static readonly string[] Models = ["gpt-4o", "gpt-4o-mini", "o1", "claude-3-haiku", "llama3:8b", "", "DEMO", "org/model v2", "mod\u00e8le"];
    private static readonly LogLevel[] Every = [.. Enum.GetValues<LogLevel>().Where(l => l is not LogLevel.None)];
    private readonly TroubleTexts texts = new(exam.Random);

    // Another requirement checks texts with braces.
    private readonly string[] named =
    [
        .. (exam.Code?.Texts ?? []).Where(t => t.Length < 60 && !t.Contains('{', StringComparison.Ordinal) && !t.StartsWith("llm_", StringComparison.Ordinal)),
    ];
    private readonly int[] sizes = [.. (exam.Code?.Numbers ?? []).Where(n => n is > 1 and < 60_000).SelectMany(n => new[] { (int)n - 1, (int)n, (int)n + 1 }).Distinct()];
    private int drawn;

    /// <summary>Any text without braces.</summary>
    public string Text(int longest = 200)
    {
        string text = exam.Random.Next(4) == 0 && named.Length > 0 ? Named() : texts.Any(exam.Random.Next(60), longest);
        return text.Replace('{', '(').Replace('}', ')');
    }

    /// <summary>A request at any temperature.</summary>
    public LlmRequest Request()
    {
        (string model, string system, string user) = (Model(), Prompt(), Prompt());
        double temperature = exam.Random.Next(3) switch { 0 => 0.0, 1 => 1.0, _ => exam.Random.NextDouble() };
        return exam.Random.Next(6) == 0
            ? new ExtendedLlmRequest(model, system, user, temperature) { TopP = 0.5, MaxTokens = 100 }
            : new LlmRequest(model, system, user, temperature);
    }

    /// <summary>A request that every policy lets into a cache, different from all others.</summary>
    public LlmRequest Small() => new(Model(), $"{Text()} {exam.Word(4)}", exam.Random.Next(4) switch
    {
        0 => exam.Word(2),
        1 when sizes.Where(s => s < 2_000).ToArray() is [_, ..] few => new string('p', few[exam.Random.Next(few.Length)]) + exam.Word(2),
        _ => $"{Text()} {exam.Word()}",
    });

    /// <summary>Copies of the request with each of the code's texts in place of one of its fields.</summary>
    public IEnumerable<LlmRequest> Naming(LlmRequest request) => named.Take(20).SelectMany(t => new[]
    {
        request with { Model = t }, request with { SystemPrompt = t }, request with { UserPrompt = $"{exam.Word()} {t} {exam.Word()}" }, request with { UserPrompt = t },
    });

    /// <summary>An answer that is not only white space.</summary>
    public string Answer() => exam.Random.Next(5) switch
    {
        0 => $"  {exam.Word()}, SURE\n",
        1 => exam.Word() + new string('.', 5_000),
        _ => exam.Word(3) + Text(2_000),
    };

    /// <summary>Answers that look like an error, null, JSON or markup, a long one, and answers that begin and end with a text of the code.</summary>
    public IEnumerable<string> Telling() =>
    [
        "{\"error\":\"none\"}", "Error: none", "Sorry, I cannot", "null", "[]", new string('a', 100_000), "one\r\ntwo\rthree\n\ffour\u2028five\u0085six",
        "```json\n{\"a\":1}\n```", "\"quoted\"", "<think>Why?</think>So.", "- one\n- two\n", "cafe\u0301 \ufb01 \u212b \ud83d\ude00\u200d",
        .. (exam.Code?.Texts ?? []).Where(t => t.Length < 60 && !t.StartsWith("llm_", StringComparison.Ordinal))
            .Take(8).SelectMany(t => new[] { t, t + exam.Word() + t }),
    ];

    /// <summary>Model delays in milliseconds that exceed a timeout in the answer's code: its numbers are read as milliseconds and as seconds.</summary>
    public IEnumerable<int> Delays() => exam.Code is { Waits: true } code ? code.Delays : [];

    /// <summary>An answer of the model, in any form.</summary>
    public ScriptedReply AnyAnswer() => new(Answer()) { Form = (ReplyForm)exam.Random.Next(2) };

    /// <summary>The log levels to disable: mostly none.</summary>
    public IReadOnlyList<LogLevel> Off() => exam.Random.Next(6) switch { 0 => [LogLevel.Information], 1 => Every, 2 => [LogLevel.Debug, LogLevel.Warning], _ => [] };

    public string Id() => exam.Random.Next(6) switch
    {
        4 => $"{Guid(exam.Random):B}".ToUpperInvariant(),
        5 => exam.Random.Next(2) == 0 ? $"{Guid(exam.Random)}".ToUpperInvariant() : $"00{exam.Random.Next(1_000)}.50",
        0 => "REQ-" + exam.Word().ToUpperInvariant(),
        1 => $"  {exam.Word(3)}/{exam.Word(3)} ",
        2 => string.Concat(Enumerable.Range(0, exam.Random.Next(3, 30)).Select(_ => exam.Word() + "-")),
        _ => Text(60),
    };

    private static Guid Guid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    public IEnumerable<LoggedScript> Succeeding(int count) => Enumerable.Range(0, count).Select(i => new LoggedScript(
        Id(), Request(), new ScriptedReply(Text(2_000)) { Form = i % 2 == 0 ? ReplyForm.InATask : ReplyForm.AfterAYield }));

    /// <summary>Every failure once, in one of the forms; the cancelled call comes last.</summary>
    public IEnumerable<LoggedScript> Failing() => Failures().Select(r => new LoggedScript(Id(), Request(), r));

    /// <summary>Every failure once, in one of the forms; the cancelled call comes last.</summary>
    public IEnumerable<ScriptedReply> Failures()
    {
        int first = exam.Random.Next(3);
        ReplyForm[] forms = [ReplyForm.BeforeATask, ReplyForm.InATask, ReplyForm.AfterAYield];
        ScriptedReply[] replies = [.. ExamExceptions.Failures.Select((f, i) => new ScriptedReply(Message(), f) { Form = forms[(first + i) % 3] })];
        exam.Random.Shuffle(replies);
        return replies.Append(new ScriptedReply("") { Form = ReplyForm.Cancelled });
    }

    /// <summary>Calls that succeed and calls that fail, with some log levels disabled.</summary>
    public IEnumerable<LoggedScript> Quiet()
    {
        LogLevel[] quiet = [LogLevel.Trace, LogLevel.Debug, LogLevel.Information];
        foreach (IReadOnlyList<LogLevel> off in (IReadOnlyList<LogLevel>[])[[LogLevel.Information], [LogLevel.Warning], Every, quiet])
        {
            yield return Succeeding(1).First() with { Off = off };
            yield return AnyFailing() with { Off = off };
        }
    }

    /// <summary>Calls that succeed and calls that fail, each beside another one that ends before or after it.</summary>
    public IEnumerable<LoggedScript> Beside()
    {
        for (int i = 0; i < 4; i++)
        {
            LoggedScript one = i % 2 == 0 ? Succeeding(1).First() : AnyFailing(), other = i / 2 == 0 ? Succeeding(1).First() : AnyFailing();
            bool first = i is 0 or 3;
            yield return Later(one, first ? 5 : 20) with { Beside = Later(other, first ? 20 : 5) };
        }

        static LoggedScript Later(LoggedScript script, int milliseconds) =>
            script with { Reply = script.Reply with { Milliseconds = milliseconds, Form = script.Reply.Form is ReplyForm.BeforeATask ? ReplyForm.InATask : script.Reply.Form } };
    }

    /// <summary>A call that succeeds and one that fails, each after others with its id, of which some failed.</summary>
    public IEnumerable<LoggedScript> Again()
    {
        LoggedScript failing = AnyFailing(), succeeding = Succeeding(1).First();
        yield return (succeeding with { Earlier = [succeeding.Reply, failing.Reply, failing.Reply] }).WithOwnId(exam.Word());
        yield return (failing with { Earlier = [succeeding.Reply, failing.Reply] }).WithOwnId(exam.Word());
    }

    /// <summary>Calls that succeed and calls that fail, with braces in one of their texts.</summary>
    /// <param name="plain">The call that supplies the other texts.</param>
    public IEnumerable<LoggedScript> Braced(LoggedScript plain)
    {
        string[] pieces = ["{", "}", "{{", "}}", "{0}", "{RequestId}", "{Model}", "{@a}", "{1,5:x}", "a", " ", "\""];
        IEnumerable<string> joined = Enumerable.Range(0, 3).Select(_ => string.Concat(exam.Random.GetItems(pieces, 4)) + "{");
        string[] all = [.. (string[])["{0}", "{", "}", "{Name", "{RequestId}", "{{\"a\": 1}", $"{{{exam.Word()}}}"], .. joined];
        foreach (string text in all)
        {
            LoggedScript[] places =
            [
                plain with { Request = plain.Request with { Model = "demo" + text } },
                plain with { Request = plain.Request with { SystemPrompt = text, UserPrompt = text } },
                plain with { RequestId = "req-" + text },
                plain with { Reply = plain.Reply with { Text = text } },
            ];
            foreach (LoggedScript script in places)
            {
                yield return script;
                yield return script with { Reply = new ScriptedReply(text, ExamExceptions.Failures[0]) };
            }
        }
    }

    /// <summary>Calls of all these kinds, except those with braces.</summary>
    public IEnumerable<LoggedScript> All() => [.. Again(), .. Succeeding(16 + Math.Min(sizes.Length, 24)), .. Failing(), .. Quiet(), .. Beside()];

    private LoggedScript AnyFailing()
    {
        var reply = new ScriptedReply(Message(), ExamExceptions.Failures[exam.Random.Next(ExamExceptions.Failures.Count)]) { Form = (ReplyForm)exam.Random.Next(3) };
        return new LoggedScript(Id(), Request(), reply);
    }

    private string Message() => exam.Random.Next(5) switch
    {
        0 => "",
        1 => "timeout in the network",
        2 => "JSON validation failed",
        3 => Text(),
        _ => exam.Word(),
    };

    private string Model() => (drawn++ % 4) switch
    {
        0 => "demo",
        1 => Models[exam.Random.Next(Models.Length)],
        2 when named.Length > 0 => named[drawn / 4 % named.Length],
        _ => Text(40),
    };

    private string Prompt() => exam.Random.Next(12) switch
    {
        0 => "",
        1 when drawn % 8 == 0 => new string('p', 50_000),
        2 or 3 or 4 or 5 when sizes.Length > 0 => new string('p', sizes[drawn % sizes.Length]),
        6 => texts.Drawn(3_000).Replace('{', '(').Replace('}', ')'),
        _ => Text(),
    };

    private string Named() => named[exam.Random.Next(named.Length)];
}
