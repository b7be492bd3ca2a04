using System.Diagnostics;
using System.Globalization;
using CachingLab.Cli.Grades;
using CachingLab.Grading;
using CachingLab.Grading.Records;
using CachingLab.Grading.Submissions;

namespace CachingLab.Cli.Tests;

/// <summary>What becomes of a class when the process that grades it is killed or stopped, as an answer can do where no walls stand.</summary>
public sealed class SupervisorTests : Desk
{
    private static readonly string Runs = Path.Combine(CourseFolder.Find(AppContext.BaseDirectory).Root, ".lab", "grading");
    private readonly string kept;

    public SupervisorTests()
    {
        kept = Path.Combine(Root, "kept.run");
        File.WriteAllText(kept, "");
    }

    private string Class => Path.Combine(Root, "class");

    [Fact]
    public async Task A_grader_that_is_killed_twice_at_one_answer_says_so_and_grades_the_rest()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "who started whom is read from /proc");
        string waits = Right.Replace("=> ", "{ System.Threading.Thread.Sleep(-1); return ", StringComparison.Ordinal) + " }";
        for (int i = 0; i < 5; i++)
            Submit($"class/{i}/06.ipynb", i == 2 ? waits : Right);
        using Process lab = Lab.Start(Root, "grade", Class, "--seconds", "3600", "--seed", "5", "--parallel", "2", "--json", "out.json");
        Task<string> errors = lab.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task output = lab.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        for (int times = 1; times <= 2; times++)
        {
            while (!lab.HasExited && Begun("2/06.ipynb") < times)
                await Task.Delay(20, TestContext.Current.CancellationToken);
            Assert.False(lab.HasExited, "it ended before its answer was under way");
            using Process grader = Process.GetProcessById(Assert.Single(ChildrenOf(lab.Id)));
            grader.Kill();
            await grader.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await lab.WaitForExitAsync(TestContext.Current.CancellationToken);
        await output;
        Assert.Equal(2, (await errors).Split("the grader was stopped, perhaps by an answer (exit code 137)").Length - 1);
        Assert.Equal(1, lab.ExitCode);
        using FileStream json = File.OpenRead(Path.Combine(Root, "out.json"));
        GradeBook book = Grading.Reports.JsonReport.Read(json);
        Assert.Equal(["Passed", "Passed", "Blocked", "Passed", "Passed"], book.Submissions.Select(s => s.Exercises[^1].Status.ToString()));
    }

    [Fact]
    public async Task A_grader_that_falls_silent_is_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no sleep command there");
        var supervisor = new GradeSupervisor(() => new ProcessStartInfo("sleep", "3600"), kept, TimeSpan.FromSeconds(0.5));
        Assert.Equal(2, await supervisor.RunAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_grader_that_ends_suddenly_before_it_has_begun_is_not_started_for_ever()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no sh there");
        var supervisor = new GradeSupervisor(() => new ProcessStartInfo("sh", ["-c", "kill -9 $$"]), kept, TimeSpan.FromMinutes(10));
        Assert.Equal(2, await supervisor.RunAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_end_in_good_order_is_the_call_s(int code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no sh there");
        var supervisor = new GradeSupervisor(() => new ProcessStartInfo("sh", ["-c", $"exit {code}"]), kept, TimeSpan.FromMinutes(10));
        Assert.Equal(code, await supervisor.RunAsync(TestContext.Current.CancellationToken));
    }

    private int Begun(string path)
    {
        string file = GradingRun.FileOf(Runs, [Class]);
        if (!File.Exists(file))
            return 0;

        // Not opened by .NET, which keeps to the lock that the run has on it.
        using Process cat = Process.Start(new ProcessStartInfo("cat", [file]) { RedirectStandardOutput = true })!;
        return cat.StandardOutput.ReadToEnd().Split('\n').Count(
            l => l.StartsWith("begun ", StringComparison.Ordinal) && l.EndsWith(Uri.EscapeDataString(path), StringComparison.Ordinal));
    }

    private static IEnumerable<int> ChildrenOf(int process) =>
        File.ReadAllText($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Concat(Directory.EnumerateDirectories($"/proc/{process}/task").SelectMany(t => File.ReadAllText(t + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture)).Distinct();
}
