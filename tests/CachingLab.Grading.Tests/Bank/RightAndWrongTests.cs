using CachingLab.Exercises;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>No right answer is refused; no wrong one is accepted, or refused for another reason than known.</summary>
/// <param name="answers">What the grader said.</param>
public sealed class RightAndWrongTests(GradedAnswers answers)
{
    public static IEnumerable<TheoryDataRow<string>> Titles(string kind) =>
        KnownAnswer.Asked.Where(a => a.Kind == kind).Select(a => new TheoryDataRow<string>(a.Title) { TestDisplayName = a.Title });

    [Theory]
    [MemberData(nameof(Titles), "right")]
    public async Task A_right_answer_passes_and_misses_only_the_stretch_named(string title)
    {
        Graded graded = (await answers.All)[title];
        Assert.True(graded.Record.Status is GradeStatus.Passed && graded.Record.Points == graded.Record.Of, graded.Story);
        Assert.True(SameBut(graded.Failed, graded.Answer.Misses, graded.Answer.MayMiss), graded.Story);
    }

    [Theory]
    [MemberData(nameof(Titles), "wrong")]
    public async Task A_wrong_answer_fails_exactly_what_it_gets_wrong(string title)
    {
        Graded graded = (await answers.All)[title];
        Assert.NotEmpty(graded.Answer.Fails);
        Assert.True(SameBut(graded.Failed, graded.Answer.Fails.Union(graded.Answer.Misses).ToHashSet(), graded.Answer.MayMiss), graded.Story);

        // One that fails a stretch requirement alone is still a pass.
        bool onlyStretch = graded.Record.Requirements.Where(r => graded.Answer.Fails.Contains(r.Id)).All(r => r.Stretch);
        Assert.Equal(onlyStretch ? GradeStatus.Passed : GradeStatus.Failed, graded.Record.Status);
    }

    [Fact]
    public async Task The_kill_matrix_has_no_gap()
    {
        IReadOnlyCollection<Graded> all = [.. (await answers.All).Values];
        var matrix = new KillMatrix(all);
        string text = $"{matrix}{all.Count} answers in {GradedAnswers.Took.TotalSeconds:0} s\n";
        TestContext.Current.TestOutputHelper?.WriteLine(text);
        await File.WriteAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "kill-matrix.txt"), text, TestContext.Current.CancellationToken);
        Assert.Empty(matrix.Idle);
    }

    [Fact]
    public void The_whole_bank_was_asked()
    {
        if (!KnownAnswer.IsWhole)
            Assert.Skip($"{KnownAnswer.Asked.Count} of {KnownAnswer.All.Count} known answers were asked, for each requirement one that it alone catches; LAB_BANK=all asks all");
        Assert.Equal(KnownAnswer.All, KnownAnswer.Asked);
    }

    [Theory]
    [InlineData("right", 4)]
    [InlineData("wrong", 8)]
    public void Every_exercise_has_enough_known_answers(string kind, int least) =>
        Assert.All(Course.Exercises, e => Assert.InRange(KnownAnswer.All.Count(a => a.Exercise == e && a.Kind == kind), least, int.MaxValue));

    [Fact]
    public void Every_wrong_answer_names_requirements_of_its_exercise() =>
        Assert.All(
            KnownAnswer.All,
            a => Assert.Subset(
                a.Exercise.Requirements.Select(r => r.Id).ToHashSet(), a.Fails.Concat(a.Misses).Concat(a.MayMiss).ToHashSet()));

    private static bool SameBut(IReadOnlySet<string> found, IReadOnlySet<string> known, IReadOnlySet<string> either) =>
        found.Except(either).ToHashSet().SetEquals(known.Except(either));
}
