using System.Diagnostics;
using System.Text.RegularExpressions;
using CachingLab.Course.Tests.Shared;

namespace CachingLab.Course.Tests.Rules;

/// <summary>What the README claims and a test can check.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Root = CourseFiles.Folder.Root;
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Root, "README.md"));
    private static readonly string[] Running = File.ReadAllLines(Path.Combine(Root, "solutions", "README.md"));

    [Fact]
    public void It_and_running_the_course_have_at_most_120_lines() => Assert.All([Lines, Running], l => Assert.InRange(l.Length, 1, 120));

    [Fact]
    public void Its_table_is_the_course()
    {
        IEnumerable<string> rows = Exercises.Course.Notebooks.Select(
            n => $"| [{n.Name[..2]} {n.Title}](notebooks/{n.Name}.ipynb) | {n.Minutes} |");
        CourseFiles.NoneOf(rows.Where(r => !Lines.Any(l => l.StartsWith(r, StringComparison.Ordinal))).Select(r => $"README.md lacks the row {r}"));
        Assert.All(Exercises.Course.Parts, p => Assert.Contains(Lines, l => l.Contains($"{p.Minutes} minutes", StringComparison.Ordinal)));
    }

    [Fact]
    public void Its_first_screen_says_what_to_type()
    {
        string screen = string.Join('\n', Lines.Take(40));
        Assert.Contains("./lab", screen, StringComparison.Ordinal);
        Assert.Contains("dotnet test", screen, StringComparison.Ordinal);
        Assert.Contains("no API key", screen, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(".svg", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_lab_command_and_option_that_it_shows_exists()
    {
        string[] shown = [.. Lines.Concat(Running).SelectMany(l => LabCall().Matches(l)).Select(m => m.Value)];
        Assert.NotEmpty(shown);
        string all = await HelpAsync();
        var problems = new List<string>();
        foreach (IGrouping<string, string> calls in shown.GroupBy(s => s.Split(' ').ElementAtOrDefault(1) ?? ""))
        {
            if (calls.Key.Length > 0 && !Regex.IsMatch(all, $@"^\s+{calls.Key}\b", RegexOptions.Multiline))
            {
                problems.Add($"README.md: `./lab {calls.Key}` is no command");
                continue;
            }

            string help = calls.Key.Length > 0 ? await HelpAsync(calls.Key) : all;
            problems.AddRange(calls.SelectMany(c => Option().Matches(c)).Select(o => o.Value).Distinct()
                .Where(o => !Regex.IsMatch(help, $@"{o}\b")).Select(o => $"README.md: `./lab {calls.Key}` has no option {o}"));
        }

        CourseFiles.NoneOf(problems);
    }

    [Fact]
    public void Its_test_commands_are_those_that_CI_runs()
    {
        string[] run = [.. TestCall().Matches(File.ReadAllText(Path.Combine(Root, ".ci", "run"))).Select(m => m.Value.TrimEnd())];
        Assert.Equal(2, run.Length);
        Assert.All(run, command => Assert.Contains(Lines, l => l == command || l.StartsWith(command + "  ", StringComparison.Ordinal)));
        Assert.True(File.Exists(Path.Combine(Root, run[1].Split(' ')[^1])), run[1]);
    }

    [Fact]
    public void It_narrows_dotnet_test_to_an_exercise_and_to_a_notebook()
    {
        string[] names = [.. Lines.SelectMany(l => OnlyCall().Matches(l)).Select(m => m.Groups["name"].Value)];
        Assert.Equal(2, names.Length);
        Assert.All(names, n => Assert.Null(Choice.Of(n).Problem));
        Assert.Contains(Exercises.Course.Exercises, e => e.Id == names[0]);
        Assert.Contains(Exercises.Course.Notebooks, n => n.Name == names[1]);
    }

    [Fact]
    public void Every_folder_of_the_library_is_named()
    {
        string text = File.ReadAllText(Path.Combine(Root, "lib", "README.md"));
        CourseFiles.NoneOf(Directory.EnumerateDirectories(Path.Combine(Root, "lib")).Select(f => Path.GetFileName(f))
            .Where(f => !text.Contains($"`{f}`", StringComparison.Ordinal)).Select(f => $"lib/README.md does not say what {f} is"));
    }

    private static async Task<string> HelpAsync(params string[] words)
    {
        string built = Path.GetRelativePath(Path.Combine(Root, "tests", "CachingLab.Course.Tests"), AppContext.BaseDirectory);
        string lab = Path.Combine(Root, "lib", "CachingLab.Cli", built, "lab.dll");
        var start = new ProcessStartInfo("dotnet", [lab, .. words, "--help"]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string help = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return help;
    }

    [GeneratedRegex("""\./lab( [a-z]+\b)?( [^`#\n|]*)?""")]
    private static partial Regex LabCall();

    [GeneratedRegex("^dotnet test[^|#0-9\\n]*", RegexOptions.Multiline)]
    private static partial Regex TestCall();

    [GeneratedRegex("dotnet test --only (?<name>[^` ]+)")]
    private static partial Regex OnlyCall();

    [GeneratedRegex("--[a-z][a-z0-9-]*")]
    private static partial Regex Option();
}
