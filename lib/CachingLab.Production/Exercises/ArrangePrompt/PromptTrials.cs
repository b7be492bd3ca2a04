using CachingLab.Exams;
using CachingLab.Exercises.Calls;
using CachingLab.Exercises.Functions;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.ArrangePrompt;

/// <summary>Has prompts arranged. A fault is shown with the simplest parts that have it.</summary>
internal sealed class PromptTrials(IFunction<PromptInput, IReadOnlyList<AskMessage>> arranger, Exam exam)
{
    private const string Function = "ArrangePrompt";

    // Every drawn text begins with a word of this length.
    private const int WordLength = 8;

    /// <summary>Fails the requirement when something else than expected is said of a prompt.</summary>
    /// <param name="got">Says it; the method of <see cref="GotPrompt"/> of that name prints it.</param>
    public Task ExpectAsync(IReadOnlyList<PromptInput> drawn, Func<ArrangedPrompt, string> got, string name, string expected) => HoldAsync(
        drawn,
        p => [p],
        made => got(made[0]),
        asked => $"GotPrompt.{name}({Function}, {PromptCode.Of(asked[0])});",
        p => $"a prompt with {Content(p)}",
        expected);

    /// <summary>Fails the requirement when something is missing in a prompt.</summary>
    public Task ExpectCompleteAsync(IReadOnlyList<PromptInput> drawn) => HoldAsync(
        drawn,
        p => [p, p with { Now = p.Now.AddSeconds(1) }, p],
        made => made[0].Missing(made[1], made[2]),
        asked => $"GotPrompt.{nameof(GotPrompt.Missing)}({Function}, {PromptCode.Of(asked[0])});",
        p => $"a prompt with {Content(p)}",
        ArrangedPrompt.Complete);

    /// <summary>Fails the requirement when the second prompt pays again for a text of the first one. Only prompts that hold every text can be judged.</summary>
    /// <param name="drawn">The parts of the first prompt.</param>
    /// <param name="change">Makes the parts of the second prompt.</param>
    public Task ExpectSharedAsync(IReadOnlyList<PromptInput> drawn, Func<PromptInput, PromptInput> change, string tried) => HoldAsync(
        drawn,
        p => [p, change(p)],
        made => made.Any(m => m.IsIncomplete)
            ? throw ArrangePromptExercise.Exercise.Later(ArrangePromptExercise.EveryPartId)
            : made[1].PaidAgain(made[0]),
        asked => $"""
            var first = {PromptCode.Of(asked[0])};
            var second = {PromptCode.Change(asked[0], asked[1])};
            GotPrompt.{nameof(GotPrompt.PaidAgain)}({Function}, first, second);
            """,
        _ => tried,
        ArrangedPrompt.NothingPaidAgain);

    private async Task HoldAsync(
        IReadOnlyList<PromptInput> drawn,
        Func<PromptInput, PromptInput[]> ask,
        Func<ArrangedPrompt[], string> got,
        Func<PromptInput[], string> code,
        Func<PromptInput, string> tried,
        string expected)
    {
        foreach (PromptInput parts in drawn)
        {
            if (await GotAsync(parts) == expected)
                continue;
            PromptInput simplest = await Shrinker.OfAsync(parts, Simpler, async p => await GotAsync(p) != expected);
            throw exam.Unmet(tried(simplest), await GotAsync(simplest), expected);
        }

        async Task<string> GotAsync(PromptInput parts)
        {
            PromptInput[] asked = ask(parts);
            exam.Try(() => code(asked), () => $"{Function} with {Content(parts)}");
            IReadOnlyList<IReadOnlyList<AskMessage>> made = await arranger.EachAsync(asked, exam.CancellationToken).As(asked.Length);
            return got([.. asked.Zip(made, (a, m) => new ArrangedPrompt(a, m))]);
        }
    }

    private static string Content(PromptInput parts)
    {
        (int Count, string Name)[] all =
            [(parts.Tools.Count, "tool"), (parts.Examples.Count, "example"), (parts.Documents.Count, "document"), (parts.History.Count, "earlier message")];
        string[] some = [.. all.Where(a => a.Count > 0).Select(a => $"{a.Count} {a.Name}{(a.Count == 1 ? "" : "s")}")];
        return some.Length == 0 ? "no tools, examples, documents or earlier messages" : string.Join(", ", some);
    }

    private static IEnumerable<PromptInput> Simpler(PromptInput parts) =>
    [
        .. Fewer(parts.Tools).Select(t => parts with { Tools = t }),
        .. Fewer(parts.Examples).Select(e => parts with { Examples = e }),
        .. Fewer(parts.Documents).Select(d => parts with { Documents = d }),
        .. Fewer(parts.History).Where(h => h.Count % 2 == 0).Select(h => parts with { History = h }),
        .. Shorter(parts.System).Select(t => parts with { System = t }),
        .. parts.Tools.Any(t => t.Description.Length > WordLength)
            ? [parts with { Tools = [.. parts.Tools.Select(t => t with { Description = t.Description[..WordLength] })] }]
            : Array.Empty<PromptInput>(),
        .. Shorter(parts.Question).Select(t => parts with { Question = t }),
        .. parts.Documents is [{ } only] ? Shorter(only).Select(t => parts with { Documents = [t] }) : [],
        .. parts.History is [var user, var assistant]
            ? Shorter(user.Text).Select(t => parts with { History = [user with { Text = t }, assistant] })
                .Concat(Shorter(assistant.Text).Select(t => parts with { History = [user, assistant with { Text = t }] }))
            : [],
    ];

    // None, about half, all but two, all but one. Of a conversation only even numbers are taken: questions with their answers.
    private static IEnumerable<IReadOnlyList<T>> Fewer<T>(IReadOnlyList<T> all) =>
        all.Count == 0 ? [] : [[], [.. all.Take(all.Count / 4 * 2)], [.. all.Take(all.Count - 2)], [.. all.Skip(1)], [.. all.SkipLast(1)]];

    // The first word, which is in no other text; of a long text also its first word and second half.
    private static IEnumerable<string> Shorter(string text) =>
        text.Length <= WordLength ? [] : text.Length <= 100 ? [text[..WordLength]] : [text[..WordLength], text[..WordLength] + text[(text.Length / 2)..]];
}
