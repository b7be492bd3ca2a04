using CachingLab.Exams;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.ArrangePrompt;

/// <summary>Draws the parts of prompts. No text is in another one, so that each can be found.</summary>
internal sealed class DrawnPrompts(Exam exam)
{
    // Long lists and texts, also just longer than the numbers in the answer's code.
    private readonly int[] counts = [12, .. exam.Numbers(1, 60).Take(6).Select(n => n + 1)];
    private readonly int[] lengths = [40_000, .. exam.Numbers(40, 100_000).Take(6).Select(n => n + 1)];

    public IReadOnlyList<PromptInput> All()
    {
        PromptInput some = Some();
        return
        [
            some,
            Some(1, 1, 1, 1),
            Some(0, 0, 0, 0),
            some with { Tools = [] },
            some with { Examples = [] },
            some with { Documents = [] },
            some with { History = [] },
            .. counts.Select(c => Some(c, c, c, c)),
            .. lengths.Select(l => Some() with { System = Long(l), Question = Long(l), Documents = [Long(l), Text()], History = [User(Long(l)), Assistant(Long(l))] }),
            .. lengths.Take(3).Select(l => Some() with { Tools = [new(Word(), Long(l), Schema())], Examples = [new(Long(l), Long(l))] }),
        ];
    }

    public PromptInput Some(int tools = 3, int examples = 2, int documents = 2, int turns = 2) => new(
        Text(),
        [.. Enumerable.Range(0, tools).Select(_ => new LlmTool(Word(), Text(), Schema()))],
        [.. Enumerable.Range(0, examples).Select(_ => new LlmExample(Text(), Text()))],
        [.. Enumerable.Range(0, documents).Select(_ => Text())],
        [.. Enumerable.Range(0, turns).SelectMany(_ => new[] { User(Text()), Assistant(Text()) })],
        Time(),
        Text());

    /// <summary>A time. No other drawn text has its year, which <see cref="ArrangedPrompt.Repeated"/> looks for.</summary>
    public DateTimeOffset Time()
    {
        var midnight = new DateTimeOffset(exam.Random.Next(2031, 2090), exam.Random.Next(2, 12), exam.Random.Next(2, 28), 0, 0, 0, TimeSpan.FromHours(exam.Random.Next(3)));
        return midnight.AddSeconds(exam.Random.Next(86_400));
    }

    public string Text() => exam.Random.Next(8) switch
    {
        0 => $"{Word()} \"{Word()}\" {{0}} {Word()}?",
        1 => $"{Word()}:\n- {Word()}\n- {Word()}",
        2 => $"{Word()} caf\u00e9 {Word()} & more",
        _ => $"{Word()} {Word()} {Word()}.",
    };

    public static AskMessage User(string text) => new("user", text);

    public static AskMessage Assistant(string text) => new("assistant", text);

    public string Word() => exam.Word();

    private string Long(int length) => Word() + new string('d', Math.Max(0, length - 16)) + Word();

    private string Schema() => """{"type":"object","properties":{"WORD":{"type":"string"}}}""".Replace("WORD", Word(), StringComparison.Ordinal);
}
