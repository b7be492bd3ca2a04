using System.Globalization;
using CachingLab.Exams;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.ArrangePrompt;

/// <summary>A prompt that the learner's code arranged, and what can be said of it. Reports and <see cref="GotPrompt"/> use the same words.</summary>
/// <param name="Parts">What it was made of.</param>
/// <param name="Messages">What was made.</param>
internal sealed record ArrangedPrompt(PromptInput Parts, IReadOnlyList<AskMessage> Messages)
{
    public const string Complete = "everything in full";
    public const string Once = "nothing twice";
    public const string SystemText = "the system text in a message of the role system";
    public const string QuestionLast = "the question in the last message of the role user";
    public const string NothingInSystem = "nothing of the user's in a system message";
    public const string NothingPaidAgain = "nothing to pay for again";

    private const string System = "system";
    private const string User = "user";

    private string Written { get; } = PrefixCacheProvider.Written([], Messages.Select(m => m.ToMessage()));

    public bool IsIncomplete => PromptPiece.Of(Parts).Any(p => p.EndsIn(Written).Count == 0);

    /// <summary>What is missing.</summary>
    /// <param name="again">The same parts once more. Where this gives another prompt, the code wrote the time of another clock.</param>
    public string Missing(ArrangedPrompt later, ArrangedPrompt again)
    {
        string[] missing = [.. PromptPiece.Of(Parts).Where(p => p.EndsIn(Written).Count == 0).Select(p => p.IsCutIn(Written) ? $"the rest of {p.Name}" : p.Name)];
        string[] time = Written == later.Written || Written != again.Written ? ["Now, to the second"] : [];
        return Listed("missing: ", missing.Concat(time), Complete);
    }

    public string Repeated()
    {
        // The year's digits may be in a time like 20310420310500 twice, but no further apart than that is long.
        IReadOnlyList<int> years = new PromptPiece("", Parts.Now.Year.ToString(CultureInfo.InvariantCulture)).EndsIn(Written);
        string[] time = years is [var first, .., var last] && last - first >= 12 ? ["Now"] : [];
        return Listed("more than once: ", PromptPiece.Of(Parts).Where(p => p.EndsIn(Written).Count > 1).Select(p => p.Name).Concat(time), Once);
    }

    public string SystemRole()
    {
        var piece = new PromptPiece("", Parts.System);
        string[] roles = [.. Messages.Where(m => piece.EndsIn(m.Text).Count > 0).Select(m => m.Role).Distinct()];
        return roles switch
        {
            [] => "the system text in no message",
            [System] => SystemText,
            _ => $"the system text in a message of the role {CodeText.FirstLine(roles.First(r => r != System))}",
        };
    }

    public string Question()
    {
        var piece = new PromptPiece("", Parts.Question);
        return Messages.LastOrDefault(m => m.Role == User) is not { } last ? "no message of the role user"
            : piece.EndsIn(last.Text).Count > 0 ? QuestionLast
            : $"the last message of the role user is {CodeText.Shown(last.Text)}";
    }

    public string InSystem()
    {
        IEnumerable<PromptPiece> users = Parts.History.Select((m, i) => (m.Role, Piece: new PromptPiece($"message {i + 1} of the history", m.Text)))
            .Where(m => m.Role == User).Select(m => m.Piece).Append(new PromptPiece("the question", Parts.Question));
        string system = string.Join('\n', Messages.Where(m => m.Role == System).Select(m => m.Text));
        return Listed("in a system message: ", users.Where(p => p.EndsIn(system).Count > 0).Select(p => p.Name), NothingInSystem);
    }

    /// <summary>The texts that are in both prompts and that a provider with a prefix cache has to read again.</summary>
    public string PaidAgain(ArrangedPrompt earlier)
    {
        using var provider = new PrefixCacheProvider(new ModelPrice(0, 0, 0, true), TimeProvider.System);
        provider.Recall(earlier.Written);
        int cached = provider.Recall(Written).Length;

        // After another time or question nothing can be shared; that these come last is what is asked.
        bool sameQuestion = Parts.Now == earlier.Parts.Now && Parts.Question == earlier.Parts.Question;
        HashSet<string> known = [.. PromptPiece.Of(earlier.Parts).SkipLast(sameQuestion ? 0 : 1).Select(p => p.Text)];
        IEnumerable<PromptPiece> again = PromptPiece.Of(Parts).Where(p => known.Contains(p.Text) && p.EndsIn(Written) is [int first, ..] && first > cached);
        return Listed("paid for again: ", again.Select(p => p.Whole).Distinct(), NothingPaidAgain);
    }

    private static string Listed(string before, IEnumerable<string> names, string none)
    {
        string[] all = [.. names];
        return all.Length == 0 ? none : before + string.Join(", ", all.Take(4)) + (all.Length > 4 ? $" and {all.Length - 4} more" : "");
    }
}
