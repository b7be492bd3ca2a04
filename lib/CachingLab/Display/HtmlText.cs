using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CachingLab.Display;

/// <summary>Text made safe to stand in HTML.</summary>
internal static class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text with everything escaped that HTML would read as its own.</summary>
    public static string Encode(string? text) => Encoder.Encode(text ?? "");
}
