using CachingLab.Exams;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Reports;

namespace CachingLab.Grading.Answers;

/// <summary>Runs and judges compiled answers. An answer that may have failed because of the machine is judged once more, while no other one runs.</summary>
internal sealed class AnswerExaminer(SandboxPool pool, int seed) : IDisposable
{
    private const int MostAtOnce = 256;
    private readonly WorkGate gate = new(MostAtOnce);

    /// <summary>Judges an answer.</summary>
    /// <exception cref="MachineFaultException">The machine was at fault both times, so there is no verdict.</exception>
    public async Task<Examined> ExamineAsync(AnswerProgram program, CancellationToken cancellationToken)
    {
        bool crowded = IsCrowded;
        (Examined? found, string? fault) = await gate.SharedAsync(() => TryAsync(program, cancellationToken), cancellationToken);
        if (fault is null && found is { IsDoubtful: false } && (found.IsFlawless || !crowded))
            return found;
        (found, fault) = await gate.AloneAsync(() => TryAsync(program, cancellationToken), cancellationToken);
        return fault is null ? found! : throw new MachineFaultException(fault);
    }

    public void Dispose() => gate.Dispose();

    // Where other answers could fill the disk for a moment, one that fails is judged again without them.
    private bool IsCrowded => SandboxPlace.Free() / (Environment.ProcessorCount + 1) < pool.Limits.DiskBytes;

    // The answer's process is not trusted with what it says about the machine. The temporary folder is tried from here, and without what the answer wrote there.
    private async Task<(Examined? Found, string? Fault)> TryAsync(AnswerProgram program, CancellationToken cancellationToken)
    {
        if (SandboxPlace.Problem() is { } before)
            return (null, before);
        long free = SandboxPlace.Free();
        try
        {
            await using var host = new AnswerHost(program, pool);
            Examined found = await JudgeAsync(host, program.Exercise, cancellationToken);
            found = found with { Printed = await host.StopAsync() };
            if (found.IsFlawless)
                return (found, null);
            await host.CleanUpAsync();
            string? fault = host.Fault?.Reason ?? (found.IsStarved ? "the machine was too busy: end other programs, or grade fewer at a time with --parallel 1" : null);
            if (free >= SandboxPlace.Room && host.LeastRoom < SandboxPlace.Room)
                fault ??= SandboxPlace.HadOnly(host.LeastRoom);
            return (found, fault ?? SandboxPlace.Problem());
        }
        catch (MachineFaultException e)
        {
            return (null, e.Reason);
        }
    }

    private async Task<Examined> JudgeAsync(AnswerHost host, Exercise exercise, CancellationToken cancellationToken)
    {
        try
        {
            ExamReport report = await host.ExamineAsync(seed, cancellationToken);
            SandboxEnd? end = await host.EndAsync();
            GradeStatus status = end is not null && report.Required.Any(r => r.Status is VerdictStatus.NotRun) ? EndDescription.StatusOf(end) : StatusOf(report);
            if (status is GradeStatus.NotAttempted)
                return Examined.Unjudged(exercise, status, ExerciseRecord.StillStub, host.Notes, end);
            string message = end is null || status is GradeStatus.Passed or GradeStatus.Failed ? "" : EndDescription.Of(end);
            return new Examined(status, message, report.Results, host.Notes, end);
        }
        catch (WorkLostException e)
        {
            SandboxEnd? end = await host.EndAsync();
            return Examined.Unjudged(exercise, end is null ? GradeStatus.Crashed : EndDescription.StatusOf(end), e.Message, host.Notes, end);
        }
    }

    private static GradeStatus StatusOf(ExamReport report) => report switch
    {
        { Attempted: false } => GradeStatus.NotAttempted,
        { Passed: true } => GradeStatus.Passed,
        _ => GradeStatus.Failed,
    };
}

/// <summary>
/// The result of examining an answer: every requirement of the exercise exactly once, in order. The message is empty when the status says enough; a note
/// names a cell that threw before the check cell. The end is null when the process was running until the last verdict.
/// </summary>
internal sealed record Examined(GradeStatus Status, string Message, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<string> Notes, SandboxEnd? End = null)
{
    /// <summary>What the answer printed, or null.</summary>
    public PrintedLines? Printed { get; init; }

    /// <summary>Whether every requirement is passed, the stretch ones too.</summary>
    public bool IsFlawless => Verdicts.All(v => v.Status is VerdictStatus.Passed);

    /// <summary>Whether the machine may have ended the process.</summary>
    public bool IsDoubtful => !IsFlawless && End is not null && EndDescription.IsDoubtful(End);

    /// <summary>Whether the machine gave the process too little processor time.</summary>
    public bool IsStarved => End is { Reason: SandboxEndReason.Starved };

    /// <summary>An examination without verdicts.</summary>
    public static Examined Unjudged(Exercise exercise, GradeStatus status, string message, IReadOnlyList<string> notes, SandboxEnd? end = null) =>
        new(status, message, [.. exercise.Requirements.Select(r => r.Judged(VerdictStatus.NotRun, message))], notes, end);
}
