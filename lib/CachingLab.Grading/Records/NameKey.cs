using System.Text;

namespace CachingLab.Grading.Records;

/// <summary>Compares names as people write them.</summary>
internal static class NameKey
{
    private const int Longest = 200;

    // Letters that Unicode does not take apart into a plain letter and an accent.
    private static readonly Dictionary<char, string> Plain = new()
    {
        ['ß'] = "SS", ['Æ'] = "AE", ['Œ'] = "OE", ['Ø'] = "O", ['Ł'] = "L", ['Đ'] = "D", ['Ð'] = "D", ['Þ'] = "TH", ['ı'] = "I",
    };

    /// <summary>
    /// The same text for <c>Ana María Cruz</c>, <c>cruz, ana maria</c> and <c>cruzanamaria</c>: plain capital letters and digits, turned so that the
    /// least of all turns comes first. Empty when the name has no letter.
    /// </summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (char c in SafeText.Line(name, Longest).Normalize(NormalizationForm.FormD).ToUpperInvariant())
        {
            if (Plain.TryGetValue(c, out string? plain))
                text.Append(plain);
            else if (char.IsLetterOrDigit(c))
                text.Append(c);
        }

        string letters = text.ToString();
        return Enumerable.Range(0, letters.Length).Select(i => letters[i..] + letters[..i]).Min(StringComparer.Ordinal) ?? "";
    }
}
