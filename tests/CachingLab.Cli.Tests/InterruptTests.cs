using System.Diagnostics;
using System.Globalization;
using CachingLab.Grading;
using CachingLab.Grading.Submissions;

namespace CachingLab.Cli.Tests;

public sealed class InterruptTests : Desk
{
    private static readonly string Runs = Path.Combine(CourseFolder.Find(AppContext.BaseDirectory).Root, ".lab", "grading");

    // Longer than the first line of a kept run, shorter than that and a row.
    private const int Header = 1_000;

    private string Class => Path.Combine(Root, "class");

    // One answer waits for this file: no run ends before it was interrupted.
    private string Gate => Path.Combine(Root, "gate");

    [Fact]
    public async Task Ctrl_C_says_how_to_go_on_and_the_same_command_does()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no kill command there");
        Assert.SkipWhen(IgnoresInterrupts, "Ctrl+C is ignored by what is started here, as by any background job of a shell: run the tests in the foreground");
        MakeClass();
        (int code, string errors) = await InterruptAsync();
        Assert.Equal(2, code);
        Assert.Matches("(^|\n)stopped after [1-3] of 6 notebooks: the same command goes on from there\n$", errors);
        LabEnd end = await Lab.GradeAsync(Root, Class, "--sandbox", "off");
        Assert.Equal(1, end.Code);
        Assert.Matches("^going on with an interrupted run: [1-3] of 6 notebooks are graded", end.Errors);
    }

    // proc(5): signal 2 is the second bit of the mask of ignored signals, which a process hands on to those that it starts.
    private static bool IgnoresInterrupts => OperatingSystem.IsLinux() && File.ReadLines("/proc/self/status")
        .Any(l => l.StartsWith("SigIgn:", StringComparison.Ordinal) && (Convert.ToUInt64(l[7..].Trim(), 16) & 2) != 0);

    private void MakeClass()
    {
        string gated = Right.Replace("=> ", $"{{ while (!System.IO.File.Exists(@\"{Gate}\")) System.Threading.Thread.Sleep(20); return ", StringComparison.Ordinal) + " }";
        for (int i = 0; i < 6; i++)
            Submit($"class/{i}/06.ipynb", i == 3 ? gated : i % 2 == 0 ? Right : Wrong);
    }

    /// <summary>Starts a run and interrupts it as soon as its first row is kept.</summary>
    private async Task<(int Code, string Errors)> InterruptAsync()
    {
        var kept = new FileInfo(GradingRun.FileOf(Runs, [Class]));
        using Process process = Lab.Start(Root, "grade", Class, "--seconds", "120", "--sandbox", "off", "--seed", "5", "--parallel", "1", "--json", "out.json");
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        for (; !process.HasExited && !(kept.Exists && kept.Length > Header); kept.Refresh())
            await Task.Delay(20, TestContext.Current.CancellationToken);
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Gate, "", TestContext.Current.CancellationToken);
        return (process.ExitCode, await errors);
    }
}
