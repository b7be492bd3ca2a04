using System.Net;
using System.Text.RegularExpressions;

namespace CachingLab.Engine.Tests.Engines;

/// <summary>One output of a cell.</summary>
/// <param name="IsPrinted">Whether it was printed to the console.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The rich form, where a cell made it.</param>
internal sealed partial record Output(bool IsPrinted, string Text, string? Html)
{
    /// <summary>An output from its forms by MIME type.</summary>
    public static Output Of(bool isPrinted, IReadOnlyDictionary<string, string> forms)
    {
        string? html = forms.GetValueOrDefault("text/html");
        string? text = forms.GetValueOrDefault("text/plain");

        // .NET Interactive puts plain values into HTML of its own.
        if (html is not null && text is null && PlainValue().Match(html) is { Success: true } value)
            return new Output(isPrinted, WebUtility.HtmlDecode(value.Groups[1].Value), null);
        return new Output(isPrinted, text ?? html ?? "", html);
    }

    [GeneratedRegex("^<div class=\"dni-plaintext\"><pre>(.*?)</pre></div>", RegexOptions.Singleline)]
    private static partial Regex PlainValue();
}
