using CachingLab.Production.Chat;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Exercises.ArrangePrompt;

/// <summary>Prints what the check of <c>ArrangePrompt</c> calls "got". The counterexamples in its report end with one of these.</summary>
public static class GotPrompt
{
    /// <summary>Prints which parts are missing or cut.</summary>
    public static void Missing(Func<PromptParts, IList<ChatMessage>> arrange, PromptParts parts) =>
        Console.WriteLine(Arranged(arrange, parts).Missing(Arranged(arrange, parts with { Now = parts.Now.AddSeconds(1) }), Arranged(arrange, parts)));

    /// <summary>Prints which parts are there more than once.</summary>
    public static void Repeated(Func<PromptParts, IList<ChatMessage>> arrange, PromptParts parts) => Console.WriteLine(Arranged(arrange, parts).Repeated());

    /// <summary>Prints the role of the message that holds the system text.</summary>
    public static void SystemRole(Func<PromptParts, IList<ChatMessage>> arrange, PromptParts parts) => Console.WriteLine(Arranged(arrange, parts).SystemRole());

    /// <summary>Prints whether the last message of the user holds the question.</summary>
    public static void Question(Func<PromptParts, IList<ChatMessage>> arrange, PromptParts parts) => Console.WriteLine(Arranged(arrange, parts).Question());

    /// <summary>Prints what of the user's is in a system message.</summary>
    public static void InSystem(Func<PromptParts, IList<ChatMessage>> arrange, PromptParts parts) => Console.WriteLine(Arranged(arrange, parts).InSystem());

    /// <summary>Sends both prompts to a <see cref="PrefixCacheProvider"/> and prints what both hold but the second one pays for again.</summary>
    public static void PaidAgain(Func<PromptParts, IList<ChatMessage>> arrange, PromptParts first, PromptParts second)
    {
        ArrangedPrompt earlier = Arranged(arrange, first);
        Console.WriteLine(Arranged(arrange, second).PaidAgain(earlier));
    }

    private static ArrangedPrompt Arranged(Func<PromptParts, IList<ChatMessage>> arrange, PromptParts parts) =>
        new(PromptInput.Of(parts), [.. arrange(parts).Select(AskMessage.Of)]);
}
