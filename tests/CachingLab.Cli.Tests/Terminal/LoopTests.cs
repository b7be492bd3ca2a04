using CachingLab.Cli.Tests.Watch;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Releases;

namespace CachingLab.Cli.Tests.Terminal;

/// <summary>The learner's loop in a real terminal.</summary>
public sealed class LoopTests : IDisposable
{
    private readonly CourseFolder course = CourseFolder.Find(AppContext.BaseDirectory);
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lab-loop-");

    public LoopTests()
    {
        Directory.CreateDirectory(NotebooksFolder);
        foreach (Notebook pristine in course.Pristine)
            NotebookWriter.Write(pristine, Path.Combine(NotebooksFolder, pristine.Name + ".ipynb"));
    }

    private string NotebooksFolder => Path.Combine(root.FullName, "notebooks");

    public void Dispose() => root.Delete(recursive: true);

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
            save(FileOf(exercise), With(exercise, Wrong(exercise)));
            await terminal.UntilAsync(s => Row(s, exercise).Contains("failing", StringComparison.Ordinal), $"{exercise.Id} failing");
            save(FileOf(exercise), With(exercise, Right(exercise)));
            if (++passed == Course.PartOne.Exercises.Count)
                break;
            await terminal.UntilAsync(s => Row(s, exercise).Contains("passed", StringComparison.Ordinal), $"{exercise.Id} passed");
            await terminal.UntilAsync($"{passed} of 7 exercises pass");
        }

        await terminal.UntilAsync("Part one: all 7 exercises pass");
        await terminal.UntilAsync($"7 of {Course.Exercises.Count} exercises pass");
        await terminal.UntilAsync($"Next: notebooks/{Course.PartTwo.Notebooks[0].Name}.ipynb");

        IReadOnlyList<string> started = LabProcesses.Of(root.FullName);
        await terminal.PressAsync("q");
        await terminal.UntilAsync("ended 0");
        Assert.DoesNotContain(started, LabProcesses.Runs);
    }

    [Fact]
    public async Task The_keys_hint_show_reset_and_quit_also_after_a_resize()
    {
        Exercise exercise = Course.Exercises[0];
        await using Tmux terminal = await Tmux.StartAsync(Lab(), 80, 24);
        await terminal.UntilAsync("Welcome!");
        EditorSaves.AsVsCode(FileOf(exercise), With(exercise, Wrong(exercise)));
        await terminal.UntilAsync("[no] ");

        await terminal.PressAsync("h");
        await terminal.UntilAsync("Hint 1");
        await terminal.PressAsync("s");
        await terminal.UntilAsync("yours to see once yours passes");

        await terminal.ResizeAsync(60, 30);
        string narrow = await terminal.UntilAsync(s => s.Contains("01 \u2717", StringComparison.Ordinal) && s.Split('\n').All(l => l.Length <= 60), "60 columns");
        Assert.Contains("06 \u00b7\u00b7", narrow, StringComparison.Ordinal);

        EditorSaves.AsVim(FileOf(exercise), With(exercise, Right(exercise)));
        await terminal.UntilAsync("all 8 requirements met");
        await terminal.PressAsync("s");
        await terminal.UntilAsync("your answer is the course's");
        await terminal.PressAsync("l");
        await terminal.UntilAsync("under \"Your turn: the policy\"");
        await terminal.PressAsync("o");
        await terminal.UntilAsync("[h]int");
        await terminal.PressAsync("o");
        await terminal.UntilAsync(".lab/report.html");
        Assert.True(File.Exists(Path.Combine(root.FullName, ".lab", "report.html")));

        await terminal.PressAsync("r");
        await terminal.UntilAsync("Reset 'The cache key'?");
        await terminal.PressAsync("n");
        await terminal.UntilAsync("Nothing was reset");
        await terminal.PressAsync("r");
        await terminal.UntilAsync("Reset 'The cache key'?");
        await terminal.PressAsync("y");
        await terminal.UntilAsync(s => Row(s, exercise).Contains("not attempted", StringComparison.Ordinal), "the untouched cell");
        await terminal.UntilAsync("A copy is in .lab/kept/ex-cache-key-");
        Assert.Equal(course.Pristine[1].Find(exercise.CellId)!.Source, NotebookReader.Read(FileOf(exercise)).Find(exercise.CellId)!.Source);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(root.FullName, ".lab", "kept")));

        IReadOnlyList<string> started = LabProcesses.Of(root.FullName);
        Assert.True(started.Count > 1 || !OperatingSystem.IsLinux(), "the lab has children that wait");
        await terminal.PressAsync("C-c");
        await terminal.UntilAsync("ended 0");
        Assert.DoesNotContain(started, LabProcesses.Runs);
    }

    [Fact]
    public async Task After_a_save_the_first_failure_is_on_the_screen_whatever_its_size()
    {
        Exercise exercise = Course.Exercises[0];
        await using Tmux terminal = await Tmux.StartAsync(Lab(), 100, 14);
        await terminal.UntilAsync("Welcome!");
        EditorSaves.AsVsCode(FileOf(exercise), With(exercise, "string MakeCacheKey(LlmRequest request) => new string('k', 64);"));
        foreach ((int columns, int rows) in ((int, int)[])[(100, 14), (100, 30), (60, 24)])
        {
            await terminal.ResizeAsync(columns, rows);
            // Until the lab has drawn anew, tmux shows what fits of the frame before.
            await terminal.UntilAsync(
                s => s.Split('\n') is { } lines && lines.Length >= rows && lines.All(l => l.Length <= columns)
                    && Array.FindIndex(lines, l => l.Contains("01 \u2717", StringComparison.Ordinal) || l.Contains("\u2717 01", StringComparison.Ordinal)) is >= 0 and var board
                    && Array.FindIndex(lines, l => l.StartsWith("The cache key: ", StringComparison.Ordinal)) is var report && board < report
                    && lines[report + 1] == "  [no] Changing any one field changes the key"
                    && lines[report..].Any(l => l.StartsWith("    expected  ", StringComparison.Ordinal))
                    && lines[rows - 1].StartsWith("[h]int", StringComparison.Ordinal),
                $"a failure at {columns} by {rows}");
        }

        await terminal.PressAsync("q");
        await terminal.UntilAsync("ended 1");
    }

    [Fact]
    public async Task The_warm_up_has_a_verdict_and_a_mark_and_next_moves_on()
    {
        await using Tmux terminal = await Tmux.StartAsync(Lab(), 100, 30);
        await terminal.UntilAsync("Next: open notebooks/00-start-here.ipynb");
        string red = NotebookReader.Read(FileOf(Course.WarmUp)).Find(Course.WarmUp.CellId)!.Source;
        EditorSaves.AsVsCode(FileOf(Course.WarmUp), With(Course.WarmUp, red + "\n// looked at"));
        await terminal.UntilAsync("[no] Exactly 10,000 characters are still cached");
        EditorSaves.AsVsCode(FileOf(Course.WarmUp), With(Course.WarmUp, red.Replace("< 10_000", "<= 10_000", StringComparison.Ordinal)));
        string screen = await terminal.UntilAsync("Next: notebooks/01-cache-key.ipynb");
        Assert.Contains("Warm-up, red to green: all 8 requirements met", screen, StringComparison.Ordinal);
        Assert.Contains("\u2713 00", screen, StringComparison.Ordinal);
        await terminal.PressAsync("q");
        await terminal.UntilAsync("ended 0");
    }

    [Fact]
    public async Task A_terminal_that_knows_nothing_gets_plain_lines_and_keys_work_all_the_same()
    {
        Exercise exercise = Course.Exercises[1];
        await using Tmux terminal = await Tmux.StartAsync("TERM=dumb LC_ALL=C " + Lab(), 80, 60);
        await terminal.UntilAsync("Welcome!");
        EditorSaves.AsJupyter(FileOf(exercise), With(exercise, Wrong(exercise)));
        string screen = await terminal.UntilAsync("[no] ");
        Assert.DoesNotContain('\u2717', screen);
        await terminal.PressAsync("q");
        await terminal.UntilAsync("ended 1");
    }

    private string Lab() => $"LC_ALL=${{LC_ALL:-C.UTF-8}} dotnet '{typeof(ExitCode).Assembly.Location}' --root '{root.FullName}'; echo ended $?; cat";

    private string FileOf(Exercise exercise) => Path.Combine(NotebooksFolder, exercise.Notebook + ".ipynb");

    private static string Row(string screen, Exercise exercise) =>
        screen.Split('\n').FirstOrDefault(l => l.Contains($" {exercise.Title} ", StringComparison.Ordinal)) ?? "";

    private byte[] With(Exercise exercise, string answer)
    {
        Notebook notebook = NotebookReader.Read(FileOf(exercise));
        int index = notebook.Cells.TakeWhile(c => c.Id != exercise.CellId).Count();
        return NotebookWriter.ToBytes(notebook.WithCell(index, notebook.Cells[index].WithSource(answer)));
    }

    private string Right(Exercise exercise) =>
        Solution.Text(NotebookReader.Read(Path.Combine(course.SolutionsFolder, exercise.Notebook + ".ipynb")).Find(exercise.CellId)!);

    // Compiles, and meets no requirement but perhaps one.
    private string Wrong(Exercise exercise) => course.Pristine.Single(p => p.Name == exercise.Notebook).Find(exercise.CellId)!.Source
        .Replace("NotImplementedException", "InvalidOperationException", StringComparison.Ordinal);
}
