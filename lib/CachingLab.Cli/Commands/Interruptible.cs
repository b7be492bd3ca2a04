using System.CommandLine;

namespace CachingLab.Cli.Commands;

/// <summary>Actions that Ctrl+C cancels at any time. Not for the board, which reads the notebooks before it is drawn.</summary>
internal static class Interruptible
{
    /// <summary>
    /// Sets a command's action, which runs on the thread pool. While an action runs on the caller's thread before its first await, Ctrl+C would end the
    /// process without a cleanup.
    /// </summary>
    public static void SetInterruptible(this Command command, Func<ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction((parsed, cancellationToken) => Task.Run(() => action(parsed, cancellationToken), CancellationToken.None));
}
