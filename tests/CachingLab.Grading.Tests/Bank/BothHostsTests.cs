using CachingLab.Exams;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>One exam, two hosts: what the notebook says of an answer, the grader says too.</summary>
/// <param name="answers">What the grader said.</param>
public sealed class BothHostsTests(GradedAnswers answers)
{
    // Judged by the grader alone.
    private const string AnotherProcess = "another-process";

    [Theory]
    [MemberData(nameof(KnownAnswer.ExerciseIds), MemberType = typeof(KnownAnswer))]
    public async Task The_notebook_and_the_grader_agree(string exercise)
    {
        Graded[] graded = [.. (await answers.All).Values.Where(g => g.Answer.Exercise.Id == exercise)];
        var disagreements = new string?[graded.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = BankGrader.AtOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForAsync(0, graded.Length, options, async (i, _) => disagreements[i] = await DisagreementAsync(graded[i]));
        Assert.NotEmpty(graded);
        Assert.Empty(disagreements.OfType<string>());
    }

    private static async Task<string?> DisagreementAsync(Graded graded)
    {
        ExamReport report = await LocalExam.OnceAsync(graded.Answer);
        var here = report.Results.ToDictionary(r => r.Id, r => r.Status);
        string[] other = [.. graded.Record.Requirements
            .Where(r => r.Id != AnotherProcess && !graded.Answer.MayMiss.Contains(r.Id) && here[r.Id].ToString() != r.Status.ToString())
            .Select(r => $"{r.Id}: {here[r.Id]} in the notebook, {r.Status} under the grader ({r.Message})")];
        return other.Length == 0 ? null : $"{graded.Answer.Title}: {string.Join("; ", other)}";
    }
}
