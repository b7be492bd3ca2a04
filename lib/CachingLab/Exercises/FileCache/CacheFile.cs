using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using CachingLab.Exams;

namespace CachingLab.Exercises.FileCache;

/// <summary>Reads the file that a cache wrote.</summary>
internal static partial class CacheFile
{
    public const string Reading = "Got.File(path);";

    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>C# that makes an empty folder for the files of a script.</summary>
    public const string FolderCode = "var folder = Directory.CreateTempSubdirectory().FullName;";

    /// <summary>C# of a path in that folder.</summary>
    /// <param name="folder">The exam's folder; the script uses its own folder instead.</param>
    /// <param name="path">The path in the exam's folder.</param>
    /// <param name="name">What the code calls the path.</param>
    public static string PathCode(ExamFolder folder, string path, string name)
    {
        string[] parts = Path.GetRelativePath(folder.Path, path).Split('/', '\\');
        return $"var {name} = Path.Combine(folder, {string.Join(", ", parts.Select(CodeText.Literal))});";
    }

    /// <summary>The file as text, whatever its encoding; null when there is no file.</summary>
    public static string? Text(byte[]? content)
    {
        if (content is null)
            return null;
        using var reader = new StreamReader(new MemoryStream(content), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    public static string Code(string text) => $"System.Text.Encoding.UTF8.GetBytes({CodeText.Literal(text)})";

    /// <summary>The entries in the order of the file, or null when it is not one JSON object of strings.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? Entries(byte[] content)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(Text(content)!);
            return json.RootElement.ValueKind is not JsonValueKind.Object
                || json.RootElement.EnumerateObject().Any(p => p.Value.ValueKind is not JsonValueKind.String)
                ? null
                : [.. json.RootElement.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetString()!))];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Why a person cannot read the file, or null.</summary>
    /// <param name="content">The file, or null when there is none.</param>
    /// <param name="letters">Texts that must appear in the file unescaped.</param>
    public static string? Unreadable(byte[]? content, IReadOnlyList<string> letters)
    {
        if (content is null)
            return "not there";
        if (content.AsSpan().StartsWith("\ufeff"u8))
            return "UTF-8 with a byte order mark at the start";
        if (!Utf8.IsValid(content))
            return "not UTF-8";
        if (Entries(content) is not { } entries)
            return "not one JSON object of strings";
        if (entries.Zip(entries.Skip(1)).FirstOrDefault(p => string.CompareOrdinal(p.First.Key, p.Second.Key) >= 0) is { First.Key: not null } pair)
            return $"in another order: {CodeText.Literal(pair.First.Key)} before {CodeText.Literal(pair.Second.Key)}";
        string text = Encoding.UTF8.GetString(content);
        if (letters.FirstOrDefault(l => !text.Contains(l, StringComparison.Ordinal)) is { } letter)
            return $"without {CodeText.Literal(letter)} as itself";
        return IsLaidOut(text.ReplaceLineEndings("\n"), entries.Count) ? null : "not one entry a line with a two-space indent";
    }

    private static bool IsLaidOut(string text, int count)
    {
        string[] lines = (text.EndsWith('\n') ? text[..^1] : text).Split('\n');
        return count == 0 ? lines is ["{}"] : lines is ["{", .. var entries, "}"] && entries.Length == count && entries.All(Line().IsMatch);
    }

    [GeneratedRegex("""^  "(?:[^"\\]|\\.)*": "(?:[^"\\]|\\.)*",?$""")]
    private static partial Regex Line();
}
