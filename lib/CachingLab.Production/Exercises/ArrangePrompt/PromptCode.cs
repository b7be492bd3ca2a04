using System.Globalization;
using CachingLab.Exams;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.ArrangePrompt;

/// <summary>Parts of prompts as C# that can be pasted into a cell.</summary>
internal static class PromptCode
{
    public static string Of(PromptInput parts)
    {
        string[] all =
        [
            RequestText.Text(parts.System), Tools(parts), Examples(parts), Documents(parts), History(parts.History), Time(parts.Now), RequestText.Text(parts.Question),
        ];
        return $"new PromptParts({string.Join(", ", all)})";
    }

    /// <summary>The C# that makes other parts out of the variable <c>first</c>.</summary>
    public static string Change(PromptInput first, PromptInput second)
    {
        bool grown = second.History.Take(first.History.Count).SequenceEqual(first.History);
        string history = grown ? History([.. second.History.Skip(first.History.Count)], "first.History") : History(second.History);
        var changes = new (bool Differs, string Code)[]
        {
            (!second.Tools.SequenceEqual(first.Tools), $"Tools = {Tools(second)}"),
            (second.History.Count != first.History.Count, $"History = {history}"),
            (second.Now != first.Now, $"Now = {Time(second.Now)}"),
            (second.Question != first.Question, $"Question = {RequestText.Text(second.Question)}"),
        };
        return $"first with {{ {string.Join(", ", changes.Where(c => c.Differs).Select(c => c.Code))} }}";
    }

    private static string Tools(PromptInput parts) =>
        List(parts.Tools.Select(t => $"new({RequestText.Text(t.Name)}, {RequestText.Text(t.Description)}, {RequestText.Text(t.ParametersJson)})"));

    private static string Examples(PromptInput parts) => List(parts.Examples.Select(e => $"new({RequestText.Text(e.User)}, {RequestText.Text(e.Assistant)})"));

    private static string Documents(PromptInput parts) => List(parts.Documents.Select(RequestText.Text));

    private static string History(IReadOnlyList<AskMessage> messages, string? before = null)
    {
        IEnumerable<string> items = messages.Select(m => $"new(ChatRole.{(m.Role == "user" ? "User" : "Assistant")}, {RequestText.Text(m.Text)})");
        return List(before is null ? items : items.Prepend(".. " + before));
    }

    private static string Time(DateTimeOffset time) => string.Create(
        CultureInfo.InvariantCulture,
        $"new System.DateTimeOffset({time.Year}, {time.Month}, {time.Day}, {time.Hour}, {time.Minute}, {time.Second}, System.TimeSpan.FromHours({time.Offset.Hours}))");

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";
}
