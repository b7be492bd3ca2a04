using CachingLab.Exams;
using CachingLab.Exercises.Functions;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.ArrangePrompt;

/// <summary>In which order does a prompt cost least?</summary>
public static class ArrangePromptExercise
{
    internal const string EveryPartId = "every-part";

    public static Exercise<IFunction<PromptInput, IReadOnlyList<AskMessage>>> Exercise { get; } = new(
        "arrange-prompt", "The order of a prompt", "08-providers-cache", "ArrangePrompt",
    [
        new(EveryPartId, "Every part is in the messages, in full", PromptRequirements.CompleteAsync,
            "The counterexample names what is missing. A tool has three texts, an example two, and Now has seconds.",
            "A list may be empty, and a text may be long: leave nothing out and cut nothing off.",
            "For each tool: $\"{t.Name}: {t.Description} {t.ParametersJson}\". For the time: $\"Now: {parts.Now:u}\"."),
        new("nothing-twice", "No part is in the messages twice", PromptRequirements.OnceAsync,
            "Each token is paid for. Which text do you send more than once?",
            "History does not hold the question yet, and Now needs one place only.",
            "Write down one line a part, in the order in which they change, and make one message of each."),
        new("system-role", "The system text has the system role", PromptRequirements.SystemRoleAsync,
            "Who speaks in the system text: the user, or you?",
            "A ChatMessage has a role. Models give instructions of the role system more weight.",
            "new ChatMessage(ChatRole.System, parts.System)"),
        new("question-last", "The question is the last user message", PromptRequirements.QuestionLastAsync,
            "A model answers what was said last. What is the last thing that your user says?",
            "The time may stand before the question, in the same message or in one of its own.",
            "new ChatMessage(ChatRole.User, $\"Now: {parts.Now:u}\\n\\n{parts.Question}\") as the last message."),
        new("no-user-text-in-system", "Nothing of the user's is in a system message", PromptRequirements.NothingInSystemAsync,
            "A model obeys the system role. Whom does it obey when a user's words are in there?",
            "The question and the messages of the history keep the role that they came with.",
            "Add the messages of parts.History to the list as they are: [system, .. parts.History, question]."),
        new("shared-prefix", "Prompts that differ in Now and Question alone share all that is before them", PromptRequirements.SharedPrefixAsync,
            "A prefix cache helps up to the first character that differs. Which part differs in every request?",
            "Everything after the time is read anew. So what may come after it?",
            "Order the parts by how often they change: system, tools, examples, documents, history, then Now and the question."),
        new("tool-order", "The order in which tools arrive does not matter", PromptRequirements.ToolOrderAsync,
            "The same tools in another order are another text.",
            "Give them an order of your own, by a text that no two tools share. \"find\" and \"FIND\" are two names.",
            "parts.Tools.OrderBy(t => t.Name, StringComparer.Ordinal)"),
        new("grown-conversation", "A conversation that grew by one turn begins as it did before", PromptRequirements.GrownAsync,
            "A turn later, History is two messages longer. What in your prompt moves because of that?",
            "What stands after the history moves on with every turn, and what is counted or turned round changes.",
            "System, tools, examples and documents first; then the history, oldest message first; Now and the question at the end."),
    ])
    {
        AnswerMinutes = 7,
        Place = 0,
        FirstStep = "Sort the seven parts on paper, from what never changes to what always does. "
            + "Then make messages of them in that order.",
    };
}
