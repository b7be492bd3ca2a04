using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CachingLab.Display;

internal static class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text with all HTML markup escaped; empty for null.</summary>
    public static string Encode(string? text) => Encoder.Encode(text ?? "");
}
