using System.Diagnostics;
using System.Threading.Channels;
using CachingLab.Cli;
using CachingLab.Cli.Commands;
using CachingLab.Cli.State;
using CachingLab.Cli.Watch;
using CachingLab.Exams;
using CachingLab.Grading;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Releases;

namespace CachingLab.Bench;

/// <summary>Saves a notebook again and again under a watch that is the learner's own but for the screen.</summary>
internal sealed class SavesBench : IAsyncDisposable
{
    // A hand needs at least this long from one save to the next; meanwhile the lab gets ready again.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(8);
    private readonly string root = Directory.CreateTempSubdirectory("lab-bench-").FullName;
    private readonly CancellationTokenSource ending = new();
    private readonly Channel<LabEvent> events = Channel.CreateUnbounded<LabEvent>();
    private readonly SandboxPool pool;
    private readonly ExerciseGrader grader;
    private readonly CheckQueue queue;
    private readonly Exercise exercise;
    private readonly string file;
    private readonly string right;
    private readonly string stub;
    private readonly Task watching;
    private int number;

    public SavesBench(CourseFolder course, Exercise exercise)
    {
        this.exercise = exercise;
        CourseFolder copy = course.For(root);
        Directory.CreateDirectory(copy.NotebooksFolder);
        foreach (Notebook pristine in course.Pristine)
            NotebookWriter.Write(pristine, Path.Combine(copy.NotebooksFolder, pristine.Name + ".ipynb"));
        file = Path.Combine(copy.NotebooksFolder, exercise.Notebook + ".ipynb");
        right = SolutionBlocks.ToSolution(NotebookReader.Read(Path.Combine(course.SolutionsFolder, exercise.Notebook + ".ipynb")).Find(exercise.CellId)!.Source);
        stub = course.Pristine.Single(p => p.Name == exercise.Notebook).Find(exercise.CellId)!.Source;
        var options = new GradeOptions();
        Walls walls = Walls.Choose(SandboxMode.Auto);
        pool = new SandboxPool(options.Limits, walls, BoardAction.Ahead);
        var progress = new ProgressStore(new LabFolder(copy), TimeProvider.System, Console.Error.WriteLine);
        grader = new ExerciseGrader(options, walls, pool);
        grader.Start();
        queue = new CheckQueue(new CourseChecker(copy, grader, pool, progress), events.Writer, TimeProvider.System);
        watching = LabSources.WatchAsync(new NotebookWatcher(copy.NotebooksFolder, TimeProvider.System), events.Writer, ending.Token);
    }

    /// <summary>From each save to its verdict.</summary>
    public async Task<Times> SavesAsync(int count, CancellationToken cancellationToken)
    {
        // The board is there once every notebook was looked at.
        await UntilAsync(e => e is Judged judged && judged.Record.Id == exercise.Id, cancellationToken);
        queue.Warm(exercise);
        var seconds = new List<double>();
        for (int save = 0; save < count; save++)
        {
            await Task.Delay(Pause, cancellationToken);
            byte[] content = Content(pass: save % 2 == 0);
            long start = Stopwatch.GetTimestamp();
            await File.WriteAllBytesAsync(file, content, cancellationToken);
            await UntilAsync(e => e is Judged { Show: true } judged && judged.Record.Id == exercise.Id, cancellationToken);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return new Times(seconds);
    }

    /// <summary>What the watch uses while nothing is saved.</summary>
    public async Task<IdleUse> IdleAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        await Task.Delay(Settling, cancellationToken);
        using var self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime + pool.Waiting().CpuTime + grader.CompilerUse.CpuTime;
        await Task.Delay(span, cancellationToken);
        self.Refresh();
        (TimeSpan childTime, long childBytes) = pool.Waiting();
        (TimeSpan compilerTime, long compilerBytes) = grader.CompilerUse;
        TimeSpan used = self.TotalProcessorTime + childTime + compilerTime - before;
        return new IdleUse(100 * used / span, self.WorkingSet64 / 1e6, compilerBytes / 1e6, childBytes / 1e6);
    }

    /// <summary>The solved notebook, run from top to bottom by a new process each time.</summary>
    public async Task<Times> FreshRunsAsync(int count, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(root, "lib"));
        foreach (string setup in Directory.EnumerateFiles(Path.Combine(CourseFolder.Find(AppContext.BaseDirectory).Root, "lib"), "setup*.csx"))
            File.Copy(setup, Path.Combine(root, "lib", Path.GetFileName(setup)), overwrite: true);
        await File.WriteAllBytesAsync(file, Content(pass: true), cancellationToken);
        var seconds = new List<double>();
        for (int run = 0; run < count; run++)
        {
            long start = Stopwatch.GetTimestamp();
            using Process fresh = Process.Start(new ProcessStartInfo("dotnet", [typeof(ExitCode).Assembly.Location, "run", file])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            await Task.WhenAll(fresh.StandardOutput.ReadToEndAsync(cancellationToken), fresh.StandardError.ReadToEndAsync(cancellationToken));
            await fresh.WaitForExitAsync(cancellationToken);
            if (fresh.ExitCode != ExitCode.Passed)
                throw new IOException($"'lab run' of the solved {exercise.Notebook}.ipynb failed: there is nothing to compare with");
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return new Times(seconds);
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await watching;
        await queue.DisposeAsync();
        await pool.DisposeAsync();
        await grader.DisposeAsync();
        ending.Dispose();
        Directory.Delete(root, recursive: true);
    }

    // Another comment each time: the same answer would be remembered, and none be graded.
    private byte[] Content(bool pass)
    {
        Notebook notebook = NotebookReader.Read(file);
        int index = notebook.Cells.TakeWhile(c => c.Id != exercise.CellId).Count();
        string wrong = stub.Replace("NotImplementedException", "InvalidOperationException", StringComparison.Ordinal);
        return NotebookWriter.ToBytes(notebook.WithCell(index, notebook.Cells[index].WithSource($"{(pass ? right : wrong)}\n// save {++number}")));
    }

    private async Task UntilAsync(Func<LabEvent, bool> wanted, CancellationToken cancellationToken)
    {
        LabEvent happened;
        do
        {
            happened = await events.Reader.ReadAsync(cancellationToken);
            if (happened is NotebookSaved save)
                queue.Begin(save);
        }
        while (!wanted(happened));
    }
}

/// <summary>Measured times in seconds, in the order they were taken.</summary>
/// <param name="Seconds">The times.</param>
internal sealed record Times(IReadOnlyList<double> Seconds)
{
    public int Count => Seconds.Count;

    public double First => Seconds[0];

    public double Median => At(0.5);

    public double Percentile95 => At(0.95);

    public double Longest => Seconds.Max();

    // The nearest rank: a time that was measured, none in between.
    private double At(double share) => Seconds.Order().ElementAt((int)Math.Ceiling(share * Seconds.Count) - 1);
}

/// <summary>What an idle watch uses.</summary>
/// <param name="CpuPercent">Of one processor, with the processes that wait.</param>
/// <param name="OwnMegabytes">Resident, of the lab's own process.</param>
/// <param name="CompilerMegabytes">Resident, of the compiler; on Linux with the walls around it, elsewhere without.</param>
/// <param name="ChildMegabytes">Resident, of the processes that wait; on Linux only.</param>
internal sealed record IdleUse(double CpuPercent, double OwnMegabytes, double CompilerMegabytes, double ChildMegabytes);
