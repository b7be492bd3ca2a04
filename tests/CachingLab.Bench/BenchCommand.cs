using System.CommandLine;
using System.Globalization;
using CachingLab.Cli;
using CachingLab.Cli.Commands;
using CachingLab.Exercises;
using CachingLab.Grading;

namespace CachingLab.Bench;

/// <summary>The command line of the benches.</summary>
internal static class BenchCommand
{
    private const int FreshRuns = 5;

    public static RootCommand Create()
    {
        var count = new Option<int>("--count") { Description = "how many saves", DefaultValueFactory = _ => 50 };
        var exercise = new Option<string>("--exercise") { Description = "which exercise is saved", DefaultValueFactory = _ => Course.Exercises[0].Id };
        exercise.AcceptOnlyFromAmong([.. Course.Exercises.Select(e => e.Id)]);
        var saves = new Command("saves", "Measures the time from a save to its verdict, and an idle watch, on a copy of the notebooks.") { count, exercise };
        saves.SetInterruptible((parsed, cancellationToken) => SavesAsync(parsed.GetValue(exercise)!, parsed.GetValue(count), cancellationToken));
        return new RootCommand("Measures the lab.") { saves, ClassOf(), MakeOf() };
    }

    private static Command ClassOf()
    {
        var count = new Option<int>("--count") { Description = "how many notebooks", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = "what their answers are drawn from", DefaultValueFactory = _ => 1 };
        var parallel = new Option<int>("--parallel") { Description = "how many at a time", DefaultValueFactory = _ => Environment.ProcessorCount + 1 };
        var command = new Command("class", "Measures the grading of a class whose answers are drawn from the bank of known ones.") { count, seed, parallel };
        command.SetInterruptible((parsed, cancellationToken) =>
            ClassAsync(parsed.GetValue(count), parsed.GetValue(seed), parsed.GetValue(parallel), cancellationToken));
        return command;
    }

    private static async Task<int> ClassAsync(int count, int seed, int parallel, CancellationToken cancellationToken)
    {
        ClassBenchResult result = await new ClassBench(CourseFolder.Find(AppContext.BaseDirectory)).RunAsync(count, seed, parallel, cancellationToken);
        Write($"{count} notebooks in {result.Took.TotalSeconds:0.0} s: {count / result.Took.TotalSeconds:0.00} a second, {parallel} at a time");
        (double warm, double last, double peak) = (Megabytes(result.WarmBytes), Megabytes(result.LastBytes), Megabytes(result.PeakBytes));
        Write($"memory of the grader and its compiler: {warm:0} MB after 20, {last:0} MB after the last, {peak:0} MB at most");
        foreach (var group in result.Rows.SelectMany(r => r.Exercises).GroupBy(e => e.Status).OrderBy(g => g.Key))
            Write($"  {group.Count(),4} {group.Key}");
        return ExitCode.Passed;
    }

    private static Command MakeOf()
    {
        var folder = new Argument<string>("FOLDER") { Description = "a new folder" };
        var command = new Command("make", "Writes a made-up class of 40 as Moodle, Canvas and others hand it out, with its roster, to grade it with lab grade.") { folder };
        command.SetAction(parsed =>
        {
            foreach (string made in ClassMaker.Write(CourseFolder.Find(AppContext.BaseDirectory), parsed.GetValue(folder)!))
                Console.WriteLine(made);
        });
        return command;
    }

    private static double Megabytes(long bytes) => bytes / (1024.0 * 1024.0);

    private static async Task<int> SavesAsync(string exercise, int count, CancellationToken cancellationToken)
    {
        CourseFolder course = CourseFolder.Find(AppContext.BaseDirectory);
        await using SavesBench bench = new(course, Course.Exercises.Single(e => e.Id == exercise));
        Times verdicts = await bench.SavesAsync(Math.Max(count, 1), cancellationToken);
        Write($"{exercise}, {verdicts.Count} saves, alternately right and wrong: save to verdict");
        Write($"  first {verdicts.First:0.000} s (cold), median {verdicts.Median:0.000} s, 95th percentile {verdicts.Percentile95:0.000} s, longest {verdicts.Longest:0.000} s");
        // Every other save was a right answer: it is the one that goes through all requirements.
        var right = new Times([.. verdicts.Seconds.Where((_, index) => index % 2 == 0)]);
        Write($"  the right answers alone: median {right.Median:0.000} s, 95th percentile {right.Percentile95:0.000} s");
        IdleUse idle = await bench.IdleAsync(TimeSpan.FromSeconds(10), cancellationToken);
        Write($"idle watch over 10 s: {idle.CpuPercent:0.00} % of one processor");
        Write($"  {idle.OwnMegabytes:0} MB itself, {idle.CompilerMegabytes:0} MB its compiler, {idle.ChildMegabytes:0} MB in waiting processes");
        Times fresh = await bench.FreshRunsAsync(FreshRuns, cancellationToken);
        Write($"the same notebook by a fresh 'lab run': median {fresh.Median:0.000} s of {fresh.Count}");
        Write($"ratio: a save's verdict takes {verdicts.Median / fresh.Median:0.000} of a fresh run");
        return ExitCode.Passed;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
