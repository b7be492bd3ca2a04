using System.Text;
using System.Text.RegularExpressions;

namespace CachingLab.Grading.Records;

/// <summary>Finds the learner of a class list who handed something in: by id, then by other columns that identify, then by name.</summary>
internal sealed partial class RosterMatch
{
    private static readonly char[] Joints = ['-', '_', ' '];
    private readonly Dictionary<string, RosterRow> byId;
    private readonly ILookup<string, RosterRow> byAlias;
    private readonly ILookup<string, RosterRow> byName;

    public RosterMatch(IReadOnlyList<RosterRow> roster)
    {
        byId = roster.DistinctBy(r => r.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(r => r.Id, StringComparer.OrdinalIgnoreCase);
        byAlias = roster.SelectMany(r => Aliases(r).Distinct(StringComparer.OrdinalIgnoreCase).Select(a => (Alias: a, Row: r)))
            .ToLookup(p => p.Alias, p => p.Row, StringComparer.OrdinalIgnoreCase);
        byName = roster.ToLookup(r => NameKey.Of(r.Name), StringComparer.Ordinal);
    }

    /// <summary>The learner whose hand-in it is by its path, or null and a note that says why there is none.</summary>
    public (RosterRow? Row, string? Note) Find(HandIn handIn)
    {
        // Where several folders were given, the learner's name follows the folder's.
        string[] ids = [handIn.Id, Last(handIn.Id), .. handIn.Platform == HandIn.Git ? Ends(handIn.Id) : []];
        if (ids.Select(i => byId.GetValueOrDefault(i) ?? Single(byAlias[i])).FirstOrDefault(r => r is not null) is { } row)
            return (row, null);
        string[] names = [.. new[] { handIn.Name, Last(handIn.Name) }.Select(NameKey.Of).Where(k => k.Length > 0)];
        if (names.Select(n => Single(byName[n])).FirstOrDefault(r => r is not null) is { } named)
            return (named, null);
        return (null, names.Any(n => byName[n].Any()) ? "several on the roster have this name: name the folder by an id" : "not on the roster");
    }

    private static RosterRow? Single(IEnumerable<RosterRow> rows) => rows.Take(2).ToArray() is [var one] ? one : null;

    private static string Last(string name) => name[(name.LastIndexOf('/') + 1)..];

    // As "gh-ada" and "ada" of "cachinglab-gh-ada".
    private static IEnumerable<string> Ends(string name)
    {
        for (int at = name.IndexOfAny(Joints); at >= 0; at = name.IndexOfAny(Joints, at + 1))
            yield return name[(at + 1)..];
    }

    // Moodle's worksheet writes "Participant 12345". Of a mail address the first part is often the name of an account.
    private static IEnumerable<string> Aliases(RosterRow row) => row.More
        .Where(c => Identifying().IsMatch(c.Key)).Select(c => c.Value).Append(row.Id)
        .SelectMany(v => new[] { v, v.Split('@')[0], v[(v.LastIndexOf(' ') + 1)..] })
        .Where(v => v.Length > 0);

    [GeneratedRegex(@"\bid\b|identifier|login|user|mail|github|gitlab|number|account", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Identifying();
}

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

/// <summary>One learner of a class list, with the other columns by their titles.</summary>
public sealed record RosterRow(string Id, string Name, IReadOnlyDictionary<string, string> More);
