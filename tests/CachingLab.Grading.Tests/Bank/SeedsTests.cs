using CachingLab.Exams;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>What an exam draws at random decides nothing about a right answer.</summary>
public sealed class SeedsTests
{
    private static readonly int[] Seeds = [1, 2, 3];

    public static IEnumerable<TheoryDataRow<string>> Right() => RightAndWrongTests.Titles("right");

    [Theory]
    [MemberData(nameof(Right))]
    public async Task A_right_answer_passes_whatever_the_seed(string title)
    {
        KnownAnswer answer = KnownAnswer.Titled(title);
        foreach (ExamReport report in await LocalExam.ExamineAsync(answer, Seeds))
        {
            Assert.Empty(report.Results
                .Where(r => r.Status is VerdictStatus.Failed && !answer.Misses.Contains(r.Id) && !answer.MayMiss.Contains(r.Id))
                .Select(r => $"seed {report.Seed}, {r.Id}: {r.Message}"));
            Assert.True(report.PassedHere, $"seed {report.Seed}");
        }
    }
}
