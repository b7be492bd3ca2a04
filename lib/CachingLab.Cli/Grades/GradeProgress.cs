using CachingLab.Grading.Submissions;
using Spectre.Console;

namespace CachingLab.Cli.Grades;

/// <summary>The progress of a grading on stderr: a bar on a terminal, elsewhere lines.</summary>
internal static class GradeProgress
{
    /// <summary>Shows the progress of the work. A single notebook has none.</summary>
    public static Task<T> ShowAsync<T>(bool quiet, int count, Func<IProgress<ClassProgress>?, Task<T>> work)
    {
        if (quiet || count < 2)
            return work(null);
        return Console.IsErrorRedirected ? work(new Lines(Console.Error)) : WithBarAsync(work);
    }

    // The bar is redrawn in place and erased at the end.
    private static Task<T> WithBarAsync<T>(Func<IProgress<ClassProgress>, Task<T>> work)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context => work(new Bar(context.AddTask("starting"))));
    }

    private sealed class Bar(ProgressTask task) : IProgress<ClassProgress>
    {
        public void Report(ClassProgress value)
        {
            task.MaxValue = value.Total;
            task.Value = value.Done;
            task.Description = Markup.Escape(value.ToString());
        }
    }

    // At most one line in ten seconds. A short run prints none.
    private sealed class Lines(TextWriter output) : IProgress<ClassProgress>
    {
        private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
        private TimeSpan last;

        public void Report(ClassProgress value)
        {
            // After ten minutes, one line a minute is enough.
            TimeSpan interval = value.Elapsed < TimeSpan.FromMinutes(10) ? First : TimeSpan.FromMinutes(1);
            if (value.Done == value.Total || value.Elapsed - last < interval)
                return;
            last = value.Elapsed;
            output.WriteLine(value);
        }
    }
}
