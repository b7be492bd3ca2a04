using CachingLab.Grading.Isolation;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>Hostile answers graded once, among right ones, with the machine looked at before and after.</summary>
/// <param name="walls">What is put around each.</param>
/// <param name="attacks">Which answers.</param>
public sealed class GradedAttacks(Walls walls, IReadOnlyList<KnownAnswer> attacks)
{
    /// <summary>For those that a clock must stop: short, so that all of them are tried in a minute or two.</summary>
    private static readonly SandboxLimits Short = new()
    {
        WallTime = TimeSpan.FromMinutes(5),
        IdleTime = TimeSpan.FromSeconds(10),
        CpuTime = TimeSpan.FromSeconds(2),
        CompileTime = TimeSpan.FromSeconds(6),
    };

    // For those that another bound must stop: on a busy machine the clock must not come first.
    private static readonly SandboxLimits Usual = new() { WallTime = TimeSpan.FromMinutes(5) };

    private readonly Lazy<Task<AttackOutcome>> outcome = new(() => GradeAsync(walls, attacks));

    /// <summary>What came of it.</summary>
    public Task<AttackOutcome> All => outcome.Value;

    private static async Task<AttackOutcome> GradeAsync(Walls walls, IReadOnlyList<KnownAnswer> attacks)
    {
        KnownAnswer[] right = [.. KnownAnswer.All.Where(a => a.Kind == "right").DistinctBy(a => a.Exercise)];
        using var bait = new Bait();
        attacks = [.. attacks.Select(bait.Lead)];
        string[] before = Directory.GetFileSystemEntries(Machine.Temporary);
        var brief = new BankGrader(Short, walls);
        var usual = new BankGrader(Usual, walls);
        await brief.GradeAsync(right);

        // Right answers stand among the hostile ones: what is said of them must not change.
        KnownAnswer[] mixed = [.. attacks.Where(a => !NeedsClock(a)), .. right];
        mixed = [.. mixed.OrderBy(a => a.Name.Length).ThenBy(a => a.Title, StringComparer.Ordinal)];
        KnownAnswer[] slow = [.. attacks.Where(a => NeedsClock(a) && !AttacksCompiler(a))];
        Task<IReadOnlyList<Graded>> withUsual = usual.GradeAsync(mixed);

        // They share one compiler, and each has its time of it: one that waits for another's end has not begun.
        var all = new List<Graded>();
        foreach (KnownAnswer attack in attacks.Where(a => NeedsClock(a) && AttacksCompiler(a)))
            all.AddRange(await brief.GradeAsync([attack]));
        all.AddRange(await withUsual);
        all.AddRange(await brief.GradeAsync(slow, BankGrader.AtOnce));
        await brief.DisposeAsync();
        await usual.DisposeAsync();
        return new AttackOutcome(
            all.Where(g => g.Answer.Kind == "hostile").ToDictionary(g => g.Answer.Title),
            [.. all.Where(g => g.Answer.Kind == "right")],
            [.. bait.Damage()],
            Machine.Processes(),
            [.. Directory.EnumerateFileSystemEntries(Machine.Temporary).Except(before).SelectMany(Contents)]);
    }

    private static bool NeedsClock(KnownAnswer answer) => answer.Ends.Contains("timeout");

    private static bool AttacksCompiler(KnownAnswer answer) => answer.Name.StartsWith("compiler-", StringComparison.Ordinal);

    // What lies in a folder that was left tells who left it.
    private static IEnumerable<string> Contents(string left) =>
        Directory.Exists(left) ? [left, .. Directory.EnumerateFileSystemEntries(left, "*", SearchOption.AllDirectories).Take(20)] : [left];
}
