using CachingLab.Grading.Submissions;
using Spectre.Console;

namespace CachingLab.Cli.Grades;

/// <summary>A progress bar on stderr, which is redrawn in place and erased at the end.</summary>
internal static class ProgressBar
{
    /// <summary>Shows the bar during the work.</summary>
    public static Task<T> ShowAsync<T>(Func<IProgress<ClassProgress>, Task<T>> work)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context => work(new Reporter(context.AddTask("starting"))));
    }

    private sealed class Reporter(ProgressTask task) : IProgress<ClassProgress>
    {
        public void Report(ClassProgress value)
        {
            task.MaxValue = value.Total;
            task.Value = value.Done;
            task.Description = Markup.Escape(value.ToString());
        }
    }
}
