using System.Text.RegularExpressions;
using CachingLab.Course.Tests.Shared;

namespace CachingLab.Course.Tests.Rules;

/// <summary>Links lead somewhere, and from each notebook to the ones before and after it.</summary>
public sealed partial class LinksTests
{
    public static IEnumerable<TheoryDataRow<string>> Names => CourseFiles.NameRows;

    public static IEnumerable<TheoryDataRow<string, string>> Editions => CourseFiles.EditionRows;

    [Theory]
    [MemberData(nameof(Editions))]
    public void Links_resolve(string edition, string name) =>
        CourseFiles.NoneOf(CourseFiles.Ruled(edition, name).Cells.Where(c => !c.IsCode).SelectMany(
            c => Broken(c.Source, CourseFiles.FolderOf(edition)).Select(p => $"{edition}/{name}.ipynb, cell {c.Id}: {p}")));

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("lib/README.md")]
    [InlineData("solutions/README.md")]
    public void Links_of_the_documents_resolve(string document)
    {
        string file = Path.Combine(CourseFiles.Folder.Root, document);
        CourseFiles.NoneOf(Broken(File.ReadAllText(file), Path.GetDirectoryName(file)!).Select(p => $"{document}: {p}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_last_line_leads_to_the_notebooks_before_and_after(string name)
    {
        int at = CourseFiles.Names.ToList().IndexOf(name);
        string previous = at > 0 ? $"← {Link(at - 1)}" : "";
        string next = at + 1 < CourseFiles.Names.Count ? $"{Link(at + 1)} →" : "";
        string expected = string.Join(" · ", new[] { previous, next }.Where(l => l.Length > 0));
        Assert.Equal(expected, CourseFiles.Solved(name).Cells[^1].Source.Split('\n')[^1]);
    }

    [Theory]
    [InlineData("[a](missing.ipynb)")]
    [InlineData("[a](01-cache-key.ipynb#ex-cache-key)")]
    [InlineData("[a](http://learn.microsoft.com)")]
    [InlineData("[a](https:///nowhere)")]
    [InlineData("<img src=\"images/missing.svg\">")]
    [InlineData("<img src='images/missing.svg'>")]
    public void A_broken_link_is_found(string markdown) => Assert.NotEmpty(Broken(markdown, CourseFiles.FolderOf("notebooks")));

    private static string Link(int at)
    {
        string name = CourseFiles.Names[at];
        return $"[{name[..2]} · {Exercises.Course.Notebooks[at].Title}]({name}.ipynb)";
    }

    private static IEnumerable<string> Broken(string markdown, string folder) =>
        from Match match in Target().Matches(CodeBlock().Replace(markdown, " "))
        let target = match.Groups["target"].Value
        let problem = ProblemOf(target, folder)
        where problem is not null
        select $"{target}: {problem}";

    private static string? ProblemOf(string target, string folder)
    {
        if (target.Contains("://", StringComparison.Ordinal))
        {
            bool good = Uri.TryCreate(target, UriKind.Absolute, out Uri? uri) && uri.Scheme == "https" && uri.Host.Contains('.', StringComparison.Ordinal);
            return good ? null : "not a well-formed https address";
        }

        if (target.Contains(".ipynb#", StringComparison.Ordinal))
            return "a link into another notebook's cell opens it broken";
        if (target.StartsWith('#'))
            return null;
        string path = Path.GetFullPath(Uri.UnescapeDataString(target.Split('#')[0]), folder);
        return File.Exists(path) || Directory.Exists(path) ? null : "there is no such file";
    }

    [GeneratedRegex("""(\]\(|(src|href|srcset)\s*=\s*["'])(?<target>[^)\s"']+)""")]
    private static partial Regex Target();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
