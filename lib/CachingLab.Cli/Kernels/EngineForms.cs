using System.Net;
using System.Text.RegularExpressions;
using CachingLab.Worker.Protocol;

namespace CachingLab.Cli.Kernels;

/// <summary>Converts the forms of an output of .NET Interactive, including HTML to text for a terminal.</summary>
internal static partial class EngineForms
{
    /// <summary>Makes an output of its forms by MIME type.</summary>
    /// <param name="kind">How the cell made it.</param>
    /// <param name="forms">The forms; the first one of a type counts.</param>
    public static CellOutput Output(OutputKind kind, IEnumerable<KeyValuePair<string, string>> forms)
    {
        Dictionary<string, string> known = forms.DistinctBy(f => f.Key).ToDictionary();
        string? html = known.GetValueOrDefault("text/html");
        string? text = known.GetValueOrDefault("text/plain");

        // .NET Interactive wraps plain values in HTML.
        if (html is not null && text is null && PlainValue().Match(html) is { Success: true } value)
            return new CellOutput(kind, WebUtility.HtmlDecode(value.Groups[1].Value));
        return new CellOutput(kind, text ?? (html is null ? "" : Text(html)), html);
    }

    /// <summary>The text of HTML, with a line for each row or paragraph.</summary>
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
