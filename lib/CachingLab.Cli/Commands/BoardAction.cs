using System.Threading.Channels;
using CachingLab.Cli.State;
using CachingLab.Cli.Terminal;
using CachingLab.Cli.Watch;
using CachingLab.Grading;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab</c> without a verb: the course board, which checks on every save, or once when there is no terminal.</summary>
internal static class BoardAction
{
    // One answer may need two processes, because some requirements compare two of them.
    public const int Ahead = 2;

    /// <summary>Shows the board.</summary>
    /// <param name="root">The folder that holds the learner's <c>notebooks/</c>, or null for the course's own.</param>
    /// <param name="once">Whether to check once and end, even in a terminal.</param>
    /// <param name="all">Whether to show all parts.</param>
    /// <param name="cancellationToken">Quits.</param>
    public static async Task<int> RunAsync(string? root, bool once, bool all, CancellationToken cancellationToken)
    {
        CourseFolder course = CourseFolder.Find(AppContext.BaseDirectory);
        course = root is null ? course : course.For(root);
        if (!Directory.Exists(course.NotebooksFolder))
            throw new DirectoryNotFoundException($"no folder {course.NotebooksFolder}: bring it back with 'git checkout -- notebooks'");
        TerminalTraits traits = TerminalTraits.Detect();
        var options = new GradeOptions();
        Walls walls = Walls.Choose(SandboxMode.Auto);
        SandboxPlace.Check();
        bool watch = traits.Interactive && !once;
        await using var pool = new SandboxPool(options.Limits, walls, watch ? Ahead : 0);
        var said = new List<string>();
        var session = new LabSession(course, TimeProvider.System, said.Add);
        await using var grader = new ExerciseGrader(options, walls, pool);
        grader.Start();
        var checker = new CourseChecker(course, grader, pool, session.Progress);
        if (!watch)
            return await OnceBoard.RunAsync(course, session.Progress, checker, traits, Console.Out, Console.Error, all, cancellationToken);

        CourseState last = await WatchAsync(session, walls.Description, checker, traits, all, cancellationToken);
        foreach (string line in traits.Lines(c => c.Write(BoardView.Of(last, traits.Style(Math.Min(Console.WindowWidth, 80)))), Console.WindowWidth).Concat(said))
            await Console.Out.WriteLineAsync(line);
        return last.AllAttemptedPass ? ExitCode.Passed : ExitCode.Failed;
    }

    private static async Task<CourseState> WatchAsync(
        LabSession session, string sandbox, CourseChecker checker, TerminalTraits traits, bool all, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var events = Channel.CreateUnbounded<LabEvent>();
        using IDisposable? size = LabSources.WatchSize(events.Writer);
        using IDisposable hangUp = LabSources.WatchHangUp(ending);
        using IScreen screen = traits.Ansi
            ? new FullScreen(traits, Console.Out, () => (Console.WindowWidth, Console.WindowHeight))
            : new LineScreen(traits, Console.Out, () => Console.WindowWidth);
        await using var queue = new CheckQueue(checker, events.Writer, TimeProvider.System);
        Task watching = LabSources.WatchAsync(new NotebookWatcher(session.Course.NotebooksFolder, TimeProvider.System), events.Writer, ending.Token);
        LabSources.ReadKeys(events.Writer);
        var keys = new KeyMap(new KeyActions(session, sandbox), traits.Unicode);
        CourseState remembered = CourseState.Remembered(session.Course, session.Progress) with { AllParts = all };
        CourseState last = await new LabLoop(keys, queue, screen, remembered).RunAsync(events.Reader, ending.Token);
        await ending.CancelAsync();
        await watching;
        return last;
    }
}
