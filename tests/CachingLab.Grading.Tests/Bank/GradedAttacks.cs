using System.Diagnostics;
using CachingLab.Execution;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>Hostile answers graded once, among right ones, with the machine looked at before and after.</summary>
/// <param name="mode">Whether bubblewrap is used.</param>
/// <param name="attacks">Which answers.</param>
public sealed class GradedAttacks(SandboxMode mode, IReadOnlyList<KnownAnswer> attacks)
{
    /// <summary>Short, so that all of them are tried in less than a minute.</summary>
    private static readonly SandboxLimits Short = new()
    {
        WallTime = TimeSpan.FromSeconds(3),
        CpuTime = TimeSpan.FromSeconds(2),
        CompileTime = TimeSpan.FromSeconds(3),
    };

    private readonly Lazy<Task<AttackOutcome>> outcome = new(() => GradeAsync(mode, attacks));

    /// <summary>What came of it.</summary>
    public Task<AttackOutcome> All => outcome.Value;

    /// <summary>What an answer may use: those that are to be stopped by the clock are not waited for long.</summary>
    public static SandboxLimits LimitsOf(KnownAnswer answer) => answer.Ends.Contains("timeout") ? Short : new SandboxLimits();

    private static async Task<AttackOutcome> GradeAsync(SandboxMode mode, IReadOnlyList<KnownAnswer> attacks)
    {
        KnownAnswer[] right = [.. KnownAnswer.All.Where(a => a.Kind == "right").DistinctBy(a => a.Exercise)];
        using var bait = new Bait();
        string[] before = Directory.GetFileSystemEntries(Machine.Temporary);
        long start = Stopwatch.GetTimestamp();
        var brief = new BankGrader(Short, mode);
        var usual = new BankGrader(new SandboxLimits(), mode);
        IReadOnlyList<Graded> warm = await usual.GradeAsync(right);
        await brief.GradeAsync(right);

        // Right answers stand among the hostile ones: what is said of them must not change.
        KnownAnswer[] mixed = [.. attacks.Where(a => LimitsOf(a) != Short), .. right];
        mixed = [.. mixed.OrderBy(a => a.Name.Length).ThenBy(a => a.Title, StringComparer.Ordinal)];
        IReadOnlyList<Graded> all =
            [.. await usual.GradeAsync(mixed), .. await brief.GradeAsync([.. attacks.Where(a => LimitsOf(a) == Short)])];
        await brief.DisposeAsync();
        await usual.DisposeAsync();
        return new AttackOutcome(
            all.Where(g => g.Answer.Kind == "hostile").ToDictionary(g => g.Answer.Title),
            [.. all.Where(g => g.Answer.Kind == "right")],
            warm.Max(g => g.Time),
            [.. bait.Damage()],
            Machine.Processes(),
            [.. Directory.EnumerateFileSystemEntries(Machine.Temporary).Except(before)],
            Stopwatch.GetElapsedTime(start));
    }
}
