using System.CommandLine;

namespace CachingLab.Cli.Commands;

/// <summary>Actions that Ctrl+C ends in good order, however early it comes. Not for the board, which looks at the notebooks before it is drawn.</summary>
internal static class Interruptible
{
    /// <summary>
    /// Sets what a command does. It runs on the pool: Ctrl+C that comes while an action still runs on the caller's thread, before its first wait,
    /// ends the process at once, and what it has made by then stays.
    /// </summary>
    public static void SetInterruptible(this Command command, Func<ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction((parsed, cancellationToken) => Task.Run(() => action(parsed, cancellationToken), CancellationToken.None));
}
