using System.Security;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CachingLab.Production.Exercises.ArrangePrompt;

/// <summary>A text that must be in a prompt.</summary>
/// <param name="Name">What it is, for a report.</param>
internal sealed record PromptPiece(string Name, string Text)
{
    /// <summary>The thing it belongs to, such as <c>tool 1</c>, for a report that need not tell its texts apart.</summary>
    public string Whole { get; init; } = Name;

    /// <summary>Whether it is JSON, which may be laid out anew.</summary>
    public bool IsJson { get; init; }

    /// <summary>Every text of the parts but the time.</summary>
    public static IEnumerable<PromptPiece> Of(PromptInput parts) =>
    [
        new("the system text", parts.System),
        .. parts.Tools.SelectMany((t, i) => Several(
            $"tool {i + 1}", new("the name", t.Name), new("the description", t.Description), new("the parameters", t.ParametersJson) { IsJson = true })),
        .. parts.Examples.SelectMany((e, i) => Several($"example {i + 1}", new("the user's text", e.User), new("the answer", e.Assistant))),
        .. parts.Documents.Select((d, i) => new PromptPiece($"document {i + 1}", d)),
        .. parts.History.Select((m, i) => new PromptPiece($"message {i + 1} of the history", m.Text)),
        new("the question", parts.Question),
    ];

    /// <summary>Where it is in a text, as it is or escaped as in JSON or XML: the end of each place.</summary>
    public IReadOnlyList<int> EndsIn(string text)
    {
        int[] ends = [.. Forms().SelectMany(f => Ends(text, f))];
        return ends.Length > 0 || !IsJson ? ends : WithoutSpace(text);
    }

    /// <summary>Whether a text has the beginning of this piece, but not all of it.</summary>
    public bool IsCutIn(string text) => Text.Length > 16 && EndsIn(text).Count == 0 && (this with { Text = Text[..8] }).EndsIn(text).Count > 0;

    private static IEnumerable<PromptPiece> Several(string whole, params PromptPiece[] pieces) => pieces.Select(p => p with { Name = $"{p.Name} of {whole}", Whole = whole });

    private IEnumerable<string> Forms() => new[]
    {
        Text, JsonEncodedText.Encode(Text).Value, JsonEncodedText.Encode(Text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value, SecurityElement.Escape(Text),
    }.Distinct(StringComparer.Ordinal);

    private static IEnumerable<int> Ends(string text, string form)
    {
        for (int at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + form.Length, StringComparison.Ordinal))
            yield return at + form.Length;
    }

    private int[] WithoutSpace(string text)
    {
        int[] kept = [.. Enumerable.Range(0, text.Length).Where(i => !char.IsWhiteSpace(text[i]))];
        string squeezed = string.Concat(kept.Select(i => text[i])), piece = string.Concat(Text.Where(c => !char.IsWhiteSpace(c)));
        return [.. Ends(squeezed, piece).Select(e => kept[e - 1] + 1)];
    }
}
