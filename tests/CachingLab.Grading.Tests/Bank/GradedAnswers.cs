using System.Diagnostics;
using CachingLab.Grading.Isolation;

[assembly: AssemblyFixture(typeof(CachingLab.Grading.Tests.Bank.GradedAnswers))]

namespace CachingLab.Grading.Tests.Bank;

/// <summary>The right and wrong answers of this run, graded once when the first test asks.</summary>
public sealed class GradedAnswers
{
    /// <summary>The seed of what the exams draw; <see cref="SeedsTests"/> draws others.</summary>
    public const int Seed = 7;

    // A busy machine must not turn a right answer into a slow one.
    private static readonly SandboxLimits Patient = new() { WallTime = TimeSpan.FromMinutes(5) };

    private readonly Lazy<Task<IReadOnlyDictionary<string, Graded>>> graded = new(GradeAsync);

    /// <summary>By title.</summary>
    public Task<IReadOnlyDictionary<string, Graded>> All => graded.Value;

    /// <summary>How long all took together; zero before they were graded.</summary>
    public static TimeSpan Took { get; private set; }

    private static async Task<IReadOnlyDictionary<string, Graded>> GradeAsync()
    {
        long start = Stopwatch.GetTimestamp();
        await using var grader = new BankGrader(Patient, Walls.Here, Seed);
        IReadOnlyList<Graded> all = await grader.GradeAsync([.. KnownAnswer.Asked.Where(a => a.Kind != "hostile")], BankGrader.AtOnce);
        Took = Stopwatch.GetElapsedTime(start);
        return all.ToDictionary(g => g.Answer.Title);
    }
}
