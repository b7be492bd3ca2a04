using System.Net;
using System.Text.RegularExpressions;
using CachingLab.Worker.Protocol;

namespace CachingLab.Cli.Kernels;

/// <summary>The forms in which .NET Interactive gives an output, and the text that a terminal can show of them.</summary>
internal static partial class EngineForms
{
    /// <summary>An output from its forms by MIME type.</summary>
    /// <param name="kind">How it came about.</param>
    /// <param name="forms">The forms; of two with the same type the first counts.</param>
    public static CellOutput Output(OutputKind kind, IEnumerable<KeyValuePair<string, string>> forms)
    {
        Dictionary<string, string> known = forms.DistinctBy(f => f.Key).ToDictionary();
        string? html = known.GetValueOrDefault("text/html");
        string? text = known.GetValueOrDefault("text/plain");

        // .NET Interactive puts plain values into HTML of its own.
        if (html is not null && text is null && PlainValue().Match(html) is { Success: true } value)
            return new CellOutput(kind, WebUtility.HtmlDecode(value.Groups[1].Value));
        return new CellOutput(kind, text ?? (html is null ? "" : Text(html)), html);
    }

    /// <summary>The words of HTML, a row or a paragraph a line.</summary>
    private static string Text(string html)
    {
        string marked = LineBreak().Replace(Unseen().Replace(html, ""), "\n");
        string text = WebUtility.HtmlDecode(Tag().Replace(CellEnd().Replace(marked, "  "), ""));
        return string.Join('\n', text.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0));
    }

    [GeneratedRegex("^<div class=\"dni-plaintext\"><pre>(.*?)</pre></div>", RegexOptions.Singleline)]
    private static partial Regex PlainValue();

    [GeneratedRegex("<(style|script).*?</\\1>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Unseen();

    [GeneratedRegex("<br */?>|</?(div|tr|p|pre|li|summary|h[1-6])\\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex("</t[dh]>", RegexOptions.IgnoreCase)]
    private static partial Regex CellEnd();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
