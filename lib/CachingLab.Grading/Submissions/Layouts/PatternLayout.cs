using System.Text.RegularExpressions;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Submissions.Layouts;

/// <summary>How files that learners handed in are named: a regular expression with the groups <c>id</c>, <c>name</c> and <c>late</c>, a platform's or the caller's.</summary>
internal sealed partial class PatternLayout
{
    private const string Id = "id";
    private const string Name = "name";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private readonly Regex regex;
    private readonly string? platform;

    private PatternLayout(Regex regex, string? platform = null) => (this.regex, this.platform) = (regex, platform);

    /// <summary>
    /// Moodle's "download all submissions": a folder <c>Ada Lovelace_12345_assignsubmission_file_</c> for each learner, or files that begin so.
    /// The number is the participant's, as in the column <c>Identifier</c> of Moodle's grading worksheet.
    /// </summary>
    public static PatternLayout Moodle { get; } = new(MoodlePart(), HandIn.Moodle);

    /// <summary>
    /// Canvas's "download submissions": files such as <c>lovelaceada_LATE_12345_67890_01-cache-key-1.ipynb</c>. The parts are the learner, the mark of
    /// a late one, the user's number, the attachment's number and the file's name. Canvas numbers the name of a resubmission. An anonymous file is
    /// <c>anon_a1B2c_67890_...</c>. An answer typed into a text box has no attachment.
    /// </summary>
    public static PatternLayout Canvas { get; } = new(CanvasPart(), HandIn.Canvas);

    /// <summary>Reads the caller's pattern.</summary>
    /// <exception cref="ArgumentException">It is not a regular expression, or names no learner. The message says so in one line.</exception>
    public static PatternLayout Parse(string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Longest);
        return regex.GetGroupNames().Any(g => g is Id or Name)
            ? new PatternLayout(regex)
            : throw new ArgumentException("it has no group (?<id>...) or (?<name>...) that says who the learner is");
    }

    /// <summary>Whose a file is, or null when its path below the argument is not of this layout.</summary>
    public HandIn? Of(string path)
    {
        try
        {
            Match match = regex.Match(path);
            string id = match.Groups[Id].Value;
            string name = match.Groups[Name].Value;
            return id.Length + name.Length == 0
                ? null
                : new(id.Length > 0 ? id : name, name.Length > 0 ? name : id) { Late = match.Groups["late"] is { Success: true, Length: > 0 }, Platform = platform };
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"(?:^|/)(?<name>[^/]+)_(?<id>\d+)_assignsubmission_(?:file|onlinetext)(?:_|/|$)")]
    private static partial Regex MoodlePart();

    [GeneratedRegex(@"(?:^|/)(?:(?<name>\w+?)_)??(?<late>LATE_)?(?<id>\d+|anon_[0-9A-Za-z]{5})_(?:\d+_[^/]+|text\.html|link\.html)(?:/|$)")]
    private static partial Regex CanvasPart();
}
