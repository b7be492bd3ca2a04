using CachingLab.Cli.Tests.Watch;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Notebooks;

namespace CachingLab.Cli.Tests.Terminal;

/// <summary>The learner's loop in a real terminal.</summary>
public sealed class LoopTests : IDisposable
{
    private readonly CourseCopy course = new();

    public void Dispose() => course.Dispose();

    [Fact]
    public async Task Each_exercise_is_broken_and_mended_as_editors_save_and_each_verdict_is_seen()
    {
        await using Tmux terminal = await Tmux.StartAsync(Lab(), 100, 50);
        await terminal.UntilAsync("0 of 7 exercises pass");
        Action<string, byte[]>[] editors = [EditorSaves.AsVsCode, EditorSaves.AsJupyter, EditorSaves.AsVim];
        int passed = 0;
        foreach (Exercise exercise in Course.PartOne.Exercises)
        {
            Action<string, byte[]> save = editors[passed % editors.Length];
            save(course.FileOf(exercise.Notebook), With(exercise, Wrong(exercise)));
            await terminal.UntilAsync(s => Row(s, exercise).Contains("failing", StringComparison.Ordinal), $"{exercise.Id} failing");
            save(course.FileOf(exercise.Notebook), With(exercise, course.Solution(exercise)));
            if (++passed == Course.PartOne.Exercises.Count)
                break;
            await terminal.UntilAsync(s => Row(s, exercise).Contains("passed", StringComparison.Ordinal), $"{exercise.Id} passed");
            await terminal.UntilAsync($"{passed} of 7 exercises pass");
        }

        await terminal.UntilAsync("Part one: all 7 exercises pass");
        await terminal.UntilAsync($"7 of {Course.Exercises.Count} exercises pass");
        await terminal.UntilAsync($"Next: notebooks/{Course.PartTwo.Notebooks[0].Name}.ipynb");

        IReadOnlyList<string> started = LabProcesses.Of(course.Root);
        await terminal.PressAsync("q");
        await terminal.UntilAsync("ended 0");
        Assert.DoesNotContain(started, LabProcesses.Runs);
    }

    [Fact]
    public async Task The_keys_hint_show_reset_and_quit_also_after_a_resize()
    {
        Exercise exercise = Course.Exercises[0];
        string stub = course.Answer(exercise);
        await using Tmux terminal = await Tmux.StartAsync(Lab(), 80, 24);
        await terminal.UntilAsync("Welcome!");
        EditorSaves.AsVsCode(course.FileOf(exercise.Notebook), With(exercise, Wrong(exercise)));
        await terminal.UntilAsync("[no] ");

        await terminal.PressAsync("h");
        await terminal.UntilAsync("Hint 1");
        await terminal.PressAsync("s");
        await terminal.UntilAsync("yours to see once yours passes");

        await terminal.ResizeAsync(60, 30);
        string narrow = await terminal.UntilAsync(s => s.Contains("01 \u2717", StringComparison.Ordinal) && s.Split('\n').All(l => l.Length <= 60), "60 columns");
        Assert.Contains("06 \u00b7\u00b7", narrow, StringComparison.Ordinal);

        EditorSaves.AsVim(course.FileOf(exercise.Notebook), With(exercise, course.Solution(exercise)));
        await terminal.UntilAsync("all 8 requirements met");
        await terminal.PressAsync("s");
        await terminal.UntilAsync("your answer is the course's");
        await terminal.PressAsync("l");
        await terminal.UntilAsync("under \"Your turn: the policy\"");
        await terminal.PressAsync("o");
        await terminal.UntilAsync("[h]int");
        await terminal.PressAsync("o");
        await terminal.UntilAsync(".lab/report.html");
        Assert.True(File.Exists(Path.Combine(course.Lab, "report.html")));

        await terminal.PressAsync("r");
        await terminal.UntilAsync("Reset 'The cache key'?");
        await terminal.PressAsync("n");
        await terminal.UntilAsync("Nothing was reset");
        await terminal.PressAsync("r");
        await terminal.UntilAsync("Reset 'The cache key'?");
        await terminal.PressAsync("y");
        await terminal.UntilAsync(s => Row(s, exercise).Contains("not attempted", StringComparison.Ordinal), "the untouched cell");
        await terminal.UntilAsync("A copy is in .lab/kept/ex-cache-key-");
        Assert.Equal(stub, course.Answer(exercise));
        Assert.NotEmpty(course.Kept());

        IReadOnlyList<string> started = LabProcesses.Of(course.Root);
        Assert.True(started.Count > 1 || !OperatingSystem.IsLinux(), "the lab has children that wait");
        await terminal.PressAsync("C-c");
        await terminal.UntilAsync("ended 0");
        Assert.DoesNotContain(started, LabProcesses.Runs);
    }

    [Fact]
    public async Task A_terminal_that_knows_nothing_gets_plain_lines_and_keys_work_all_the_same()
    {
        Exercise exercise = Course.Exercises[1];
        await using Tmux terminal = await Tmux.StartAsync("TERM=dumb LC_ALL=C " + Lab(), 80, 60);
        await terminal.UntilAsync("Welcome!");
        EditorSaves.AsJupyter(course.FileOf(exercise.Notebook), With(exercise, Wrong(exercise)));
        string screen = await terminal.UntilAsync("[no] ");
        Assert.DoesNotContain('\u2717', screen);
        await terminal.PressAsync("q");
        await terminal.UntilAsync("ended 1");
    }

    private string Lab() => $"LC_ALL=${{LC_ALL:-C.UTF-8}} dotnet '{typeof(ExitCode).Assembly.Location}' --root '{course.Root}'; echo ended $?; cat";

    private static string Row(string screen, Exercise exercise) =>
        screen.Split('\n').FirstOrDefault(l => l.Contains($" {exercise.Title} ", StringComparison.Ordinal)) ?? "";

    private byte[] With(Exercise exercise, string answer) => NotebookWriter.ToBytes(course.With(exercise, answer));

    // Compiles, and meets no requirement but perhaps one.
    private string Wrong(Exercise exercise) =>
        course.Answer(exercise).Replace("NotImplementedException", "InvalidOperationException", StringComparison.Ordinal);
}
