using CachingLab.Exams;
using CachingLab.Exercises.Functions;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.ArrangePrompt;

/// <summary>What a prompt must hold, and in which order.</summary>
internal static class PromptRequirements
{
    public static Task CompleteAsync(IFunction<PromptInput, IReadOnlyList<AskMessage>> arranger, Exam exam) =>
        new PromptTrials(arranger, exam).ExpectCompleteAsync(new DrawnPrompts(exam).All());

    public static Task OnceAsync(IFunction<PromptInput, IReadOnlyList<AskMessage>> arranger, Exam exam) => new PromptTrials(arranger, exam).ExpectAsync(
        new DrawnPrompts(exam).All(), prompt => prompt.Repeated(), nameof(GotPrompt.Repeated), ArrangedPrompt.Once);

    public static Task SystemRoleAsync(IFunction<PromptInput, IReadOnlyList<AskMessage>> arranger, Exam exam) => new PromptTrials(arranger, exam).ExpectAsync(
        new DrawnPrompts(exam).All(), prompt => prompt.SystemRole(), nameof(GotPrompt.SystemRole), ArrangedPrompt.SystemText);

    public static Task QuestionLastAsync(IFunction<PromptInput, IReadOnlyList<AskMessage>> arranger, Exam exam) => new PromptTrials(arranger, exam).ExpectAsync(
        new DrawnPrompts(exam).All(), prompt => prompt.Question(), nameof(GotPrompt.Question), ArrangedPrompt.QuestionLast);

    public static Task NothingInSystemAsync(IFunction<PromptInput, IReadOnlyList<AskMessage>> arranger, Exam exam) => new PromptTrials(arranger, exam).ExpectAsync(
        new DrawnPrompts(exam).All(), prompt => prompt.InSystem(), nameof(GotPrompt.InSystem), ArrangedPrompt.NothingInSystem);

    public static async Task SharedPrefixAsync(IFunction<PromptInput, IReadOnlyList<AskMessage>> arranger, Exam exam)
    {
        (PromptTrials trials, DrawnPrompts draws) = (new PromptTrials(arranger, exam), new DrawnPrompts(exam));
        IReadOnlyList<PromptInput> drawn = draws.All();
        (DateTimeOffset time, string question) = (draws.Time(), draws.Text());
        await trials.ExpectSharedAsync(drawn, p => p with { Now = p.Now.AddSeconds(1), Question = question }, "two prompts that differ in Now and in Question alone");
        await trials.ExpectSharedAsync(drawn, p => p with { Now = time }, "two prompts that differ in Now alone");
        await trials.ExpectSharedAsync(drawn, p => p with { Question = question }, "two prompts that differ in Question alone");
    }

    public static async Task ToolOrderAsync(IFunction<PromptInput, IReadOnlyList<AskMessage>> arranger, Exam exam)
    {
        (PromptTrials trials, DrawnPrompts draws) = (new PromptTrials(arranger, exam), new DrawnPrompts(exam));
        string name = draws.Word();
        PromptInput some = draws.Some();
        PromptInput[] drawn =
        [
            some,
            draws.Some(2),
            .. Enumerable.Range(0, 4).Select(_ => draws.Some(exam.Random.Next(4, 9))),
            some with { Tools = [some.Tools[0] with { Name = name }, some.Tools[1] with { Name = name.ToUpperInvariant() }] },
        ];
        await trials.ExpectSharedAsync(drawn, p => p with { Tools = [.. p.Tools.Reverse()] }, "two prompts that differ in the order of their tools alone");
        await trials.ExpectSharedAsync(drawn, p => p with { Tools = [.. p.Tools.Skip(1), .. p.Tools.Take(1)] }, "two prompts that differ in the order of their tools alone");
    }

    public static Task GrownAsync(IFunction<PromptInput, IReadOnlyList<AskMessage>> arranger, Exam exam)
    {
        var draws = new DrawnPrompts(exam);
        (string answer, string question) = (draws.Text(), draws.Text());
        return new PromptTrials(arranger, exam).ExpectSharedAsync(
            draws.All(),
            p => p with { History = [.. p.History, DrawnPrompts.User(p.Question), DrawnPrompts.Assistant(answer)], Question = question },
            "a conversation, and the same one a turn later");
    }
}
