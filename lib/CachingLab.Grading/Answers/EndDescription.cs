using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Answers;

/// <summary>The end of an answer's process in words, and as a status.</summary>
internal static class EndDescription
{
    // Exit codes as in a shell: 128 plus the signal's number.
    private const int Killed = 128 + 9;
    private const int OutOfCpuTime = 128 + 24;
    private const int FileTooLarge = 128 + 25;
    private const string Disk = "your code wrote more to disk than it may: write less, and only below the path it is given";

    /// <summary>What happened and what to do, in a sentence or two for the learner.</summary>
    public static string Of(SandboxEnd end) => end.Reason switch
    {
        SandboxEndReason.WallTime => "your code took too long: is there a loop, a wait or a lock that never ends?",
        SandboxEndReason.CpuTime => "your code used up its processor time: is there a loop that never ends?",
        SandboxEndReason.Memory => "your code used up its memory: does a collection or a string grow without end?",
        SandboxEndReason.Disk => Disk,
        SandboxEndReason.Threads => "your code started too many threads: an answer needs few",
        SandboxEndReason.Printed => "your code printed without end: take Console.WriteLine out of the loop",
        SandboxEndReason.LogEntries => "your code logged without end: one entry a call is asked for",
        SandboxEndReason.Calls => "your code called the model or the cache without end: one call a miss is asked for",
        SandboxEndReason.MessageSize => "your code returned or logged far more text than any answer needs",
        SandboxEndReason.BrokenMessage => "your code's process stopped answering: leave its open handles alone",
        SandboxEndReason.Unwatched => "your code's process could not be watched any more, and was stopped: grade it again, and ask for help if it happens twice",
        SandboxEndReason.Starved => "the machine was too busy to judge your code: grade it again",
        _ when end.ExitCode is FileTooLarge => Disk,
        _ when end.ExitCode is Killed => "your code's process was killed, by itself or by the system: take out Process.Kill and its like, and use less memory",
        _ when IsOutOfMemory(end) => "your code used up its memory: does a collection or a string grow without end?",
        _ when end.Says("Stack overflow") => "stack overflow: does a method call itself without an end?",
        _ when StatusOf(end) is GradeStatus.Timeout => "your code used up its processor time: is there a loop that never ends?",
        _ when end.FirstFailure is { } line => $"your code ended its process: {line}",
        _ => $"your code ended its process (exit code {end.ExitCode}) before it had answered: take out Environment.Exit and its like",
    };

    /// <summary>The status of an exercise whose process ended that way.</summary>
    public static GradeStatus StatusOf(SandboxEnd end) => end.Reason switch
    {
        SandboxEndReason.WallTime or SandboxEndReason.CpuTime or SandboxEndReason.Starved => GradeStatus.Timeout,
        SandboxEndReason.Memory => GradeStatus.OutOfMemory,
        SandboxEndReason.Exited when IsOutOfMemory(end) => GradeStatus.OutOfMemory,
        SandboxEndReason.Exited when end.ExitCode is OutOfCpuTime => GradeStatus.Timeout,
        SandboxEndReason.Exited when end.ExitCode is FileTooLarge => GradeStatus.Blocked,
        SandboxEndReason.Exited or SandboxEndReason.BrokenMessage or SandboxEndReason.Stopped => GradeStatus.Crashed,
        _ => GradeStatus.Blocked,
    };

    /// <summary>Whether the machine may have ended the process, as the kernel does when memory runs out. Whoever did it cannot be told.</summary>
    public static bool IsDoubtful(SandboxEnd end) =>
        end is { Reason: SandboxEndReason.Unwatched or SandboxEndReason.Starved } or { Reason: SandboxEndReason.Exited, ExitCode: Killed };

    /// <summary>The status of an exercise that was too much for the compiler.</summary>
    public static GradeStatus StatusOf(CompilationStoppedException stopped) => stopped.Reason switch
    {
        SandboxEndReason.WallTime => GradeStatus.Timeout,
        SandboxEndReason.Memory => GradeStatus.OutOfMemory,
        _ => GradeStatus.CompileError,
    };

    private static bool IsOutOfMemory(SandboxEnd end) =>
        end.Reason is SandboxEndReason.Exited && end.ExitCode != 0
        && (end.Says("Out of memory") || end.Says("System.OutOfMemoryException"));
}
