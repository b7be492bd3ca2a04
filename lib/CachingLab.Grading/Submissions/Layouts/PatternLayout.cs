using System.Text.RegularExpressions;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Submissions.Layouts;

/// <summary>A layout that the caller describes by a regular expression with the groups <c>id</c>, <c>name</c> and <c>late</c>.</summary>
internal sealed class PatternLayout : ILearnerLayout
{
    private const string Id = "id";
    private const string Name = "name";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private readonly Regex regex;

    private PatternLayout(Regex regex) => this.regex = regex;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="ArgumentException">It is not a regular expression, or names no learner. The message says so in one line.</exception>
    public static PatternLayout Parse(string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Longest);
        return regex.GetGroupNames().Any(g => g is Id or Name)
            ? new PatternLayout(regex)
            : throw new ArgumentException("it has no group (?<id>...) or (?<name>...) that says who the learner is");
    }

    public HandIn? Of(string path)
    {
        try
        {
            Match match = regex.Match(path);
            string id = match.Groups[Id].Value;
            string name = match.Groups[Name].Value;
            return id.Length + name.Length == 0
                ? null
                : new(id.Length > 0 ? id : name, name.Length > 0 ? name : id) { Late = match.Groups["late"] is { Success: true, Length: > 0 } };
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
