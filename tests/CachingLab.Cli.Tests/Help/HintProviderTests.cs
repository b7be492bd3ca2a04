using CachingLab.Cli.Commands;
using CachingLab.Cli.Help;
using CachingLab.Cli.State;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;

namespace CachingLab.Cli.Tests.Help;

public sealed class HintProviderTests : IDisposable
{
    private static readonly string[] Tells =
    [
        "SHA256", "Serialize", "InvariantCulture", "TryGetValue", "GetValueOrDefault", "StringComparer", "ThrowIfNull", "ConcurrentDictionary",
        "CreateDirectory", "File.Move", "WriteIndented", "Stopwatch", "GetTimestamp", "LogInformation", "LogWarning", "throw;", "GetType()",
        "is not null", "== 0.0 &&", "<= 10", ".Length +",
    ];

    private readonly CourseCopy course = new();

    public void Dispose() => course.Dispose();

    [Fact]
    public void Hints_come_one_at_a_time_for_the_first_requirement_that_fails_and_are_remembered()
    {
        Exercise exercise = CourseCopy.CacheKey;
        ExerciseRecord record = Records.Failing(exercise, "negative-zero", "safe-key", "any-culture");
        IReadOnlyList<string> hints = exercise.Requirements.Single(r => r.Id == "safe-key").Hints;
        for (int i = 0; i < hints.Count; i++)
        {
            // A new desk each time: another process must go on where this one stopped.
            Hint hint = new HintProvider(course.Open()).Next(record)!;
            Assert.Equal((HintKind.Next, "safe-key", hints[i]), (hint.Kind, hint.Requirement!.Id, hint.Text));
            Assert.Equal(hints.Take(i), hint.Shown);
        }

        Hint last = new HintProvider(course.Open()).Next(record)!;
        Assert.Equal(HintKind.Advice, last.Kind);
        Assert.Equal(hints, last.Shown);
        Assert.Contains($"{LabCall.Name} solution cache-key --peek", last.Text, StringComparison.Ordinal);
        Assert.Equal("any-culture", new HintProvider(course.Open()).Next(Records.Failing(exercise, "any-culture"))!.Requirement!.Id);
    }

    [Fact]
    public void An_answer_that_threw_is_told_so_before_the_hint()
    {
        ExerciseRecord record = Records.Failing(CourseCopy.CacheKey, "any-culture");
        var thrown = new Counterexample("MakeCacheKey(...)", "InvalidCastException: no", "no exception", "");
        var console = new TestConsole(200);
        HintText.Write(
            new HintProvider(course.Open()).Next(record with
            {
                Requirements = [.. record.Requirements.Select(r => r.Counterexample is null ? r : r with { Counterexample = thrown })],
            })!,
            console.Console);
        Assert.True(console.Text.IndexOf("Your code threw InvalidCastException: no", StringComparison.Ordinal) is > 0 and var at
            && at < console.Text.IndexOf("Hint 1", StringComparison.Ordinal));
        Assert.Null(new HintProvider(course.Open()).Next(record)!.Thrown);
    }

    [Fact]
    public void Stretch_requirements_have_hints_once_the_others_pass()
    {
        Hint hint = new HintProvider(course.Open()).Next(Records.Failing(CourseCopy.CacheKey, "negative-zero"))!;
        Assert.Equal((HintKind.Next, "negative-zero"), (hint.Kind, hint.Requirement!.Id));
        Assert.Null(new HintProvider(course.Open()).Next(Records.Failing(CourseCopy.CacheKey)));
    }

    [Theory]
    [InlineData(GradeStatus.NotAttempted, "not attempted yet", "Not begun yet: notebooks/01-cache-key.ipynb, under \"Your turn\".")]
    [InlineData(GradeStatus.NotAttempted, ExerciseRecord.StillStub, "Not written yet: notebooks/01-cache-key.ipynb, under \"Your turn\".")]
    public void Before_there_is_an_answer_it_gives_the_first_step_and_uses_up_no_hint(GradeStatus status, string message, string said)
    {
        var console = new TestConsole(200);
        Hint hint = new HintProvider(course.Open()).Next(Records.Unjudged(CourseCopy.CacheKey, status, message))!;
        HintText.Write(hint, console.Console);
        Assert.Equal((HintKind.FirstStep, said), (hint.Kind, hint.Text));
        Assert.Equal(["The cache key", said, "First step: " + CourseCopy.CacheKey.FirstStep], console.Text.TrimEnd().Split('\n'));
        Assert.DoesNotContain("reset", console.Text, StringComparison.Ordinal);
        Assert.Empty(course.Open().Progress.Of("cache-key").HintsShown);
    }

    [Fact]
    public void After_a_crash_it_says_what_happened_and_uses_up_no_hint()
    {
        Hint stopped = new HintProvider(course.Open()).Next(Records.Unjudged(CourseCopy.CacheKey, GradeStatus.Crashed, "your code ended its process"))!;
        Assert.Equal((HintKind.Advice, "No requirement was judged: your code ended its process."), (stopped.Kind, stopped.Text));
        Assert.Empty(course.Open().Progress.Of("cache-key").HintsShown);
    }

    [Fact]
    public void An_answer_that_does_not_compile_gets_the_error_and_no_first_step()
    {
        Hint hint = new HintProvider(course.Open()).Next(Records.Unjudged(CourseCopy.CacheKey, GradeStatus.CompileError, "line 3: ; expected"))!;
        Assert.Equal(HintKind.Advice, hint.Kind);
        Assert.StartsWith("It does not compile yet: line 3: ; expected.\nMend that", hint.Text, StringComparison.Ordinal);
        Assert.Empty(course.Open().Progress.Of("cache-key").HintsShown);
    }

    [Fact]
    public void Of_a_cell_that_is_missing_it_says_how_to_get_it_back()
    {
        ExerciseRecord record = Records.Unjudged(CourseCopy.CacheKey, GradeStatus.NotAttempted, "not attempted yet") with { CellMissing = true };
        Hint hint = new HintProvider(course.Open()).Next(record)!;
        Assert.Equal((HintKind.Advice, $"Its cell is missing in notebooks/01-cache-key.ipynb: '{LabCall.Name} reset cache-key' puts it back."), (hint.Kind, hint.Text));
    }

    [Fact]
    public void Of_an_answer_that_never_ended_it_names_the_requirement_that_was_running()
    {
        const string Message = "is there a loop that never ends?";
        ExerciseRecord record = Records.Unjudged(CourseCopy.CacheKey, GradeStatus.Timeout, Message);
        Assert.Null(new HintProvider(course.Open()).Next(record)!.Requirement);
        record = record with
        {
            Requirements = [.. record.Requirements.Select((r, i) => i switch
            {
                0 => r with { Status = VerdictStatus.Passed, Message = "" },
                1 => r,
                _ => r with { Message = "not run: " + Message },
            })],
        };
        Hint hint = new HintProvider(course.Open()).Next(record)!;
        Assert.Equal(record.Requirements[1].Id, hint.Requirement!.Id);
        Assert.Equal("It was stopped before every requirement was judged: " + Message, hint.Text);
    }

    [Fact]
    public void An_answer_that_passed_before_can_be_restored_and_the_hint_says_so()
    {
        LabSession session = course.Open();
        session.Progress.Add(Records.Failing(CourseCopy.CacheKey), new AnswerText("// it passed", "a"), "");
        Assert.Null(new HintProvider(session).Next(Records.Failing(CourseCopy.CacheKey, "negative-zero"))!.WayBack);
        var console = new TestConsole(200);
        HintText.Write(new HintProvider(session).Next(Records.Failing(CourseCopy.CacheKey, "any-culture"))!, console.Console);
        Assert.Contains($"{LabCall.Name} restore cache-key", console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_word_the_hint_is_for_what_was_worked_on_last_else_for_what_is_next()
    {
        Exercise policy = Records.Exercise("should-cache"), memory = Records.Exercise("memory-cache");
        Assert.StartsWith("Warm-up, red to green\nNot begun yet", await Ask(), StringComparison.Ordinal);
        course.Write(Course.WarmUp, course.Solution(policy));

        course.Write(memory, "class SimpleMemoryCache : ILlmCache { ");
        Assert.StartsWith("The memory cache\nIt does not compile yet", await Ask(), StringComparison.Ordinal);

        course.Time.Advance(TimeSpan.FromMinutes(1));
        course.Write(policy, "bool ShouldCache(LlmRequest request) => ;");
        Assert.StartsWith("The cache policy\nIt does not compile yet", await Ask(), StringComparison.Ordinal);

        course.Time.Advance(TimeSpan.FromMinutes(1));
        course.Write(policy, course.Solution(policy));
        Assert.StartsWith("The cache key\nNot begun yet", await Ask(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(course.FileOf("01-cache-key"), "{ half", TestContext.Current.CancellationToken);
        Assert.StartsWith("The memory cache\nIt does not compile yet", await Ask(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hint_that_finds_part_one_passed_goes_on_in_part_two()
    {
        foreach (Exercise exercise in Course.PartOne.Exercises)
            course.Write(exercise, course.Solution(exercise));
        course.Write(Course.WarmUp, course.Solution(Records.Exercise("should-cache")));
        Assert.StartsWith($"{Course.PartTwo.Exercises[0].Title}\nNot begun yet", await Ask(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_exercise_has_a_first_step_of_two_sentences_that_gives_nothing_away()
    {
        foreach (Exercise exercise in Course.Exercises)
        {
            Assert.InRange(exercise.FirstStep.Length, 60, 240);
            Assert.Equal(2, exercise.FirstStep.Split(". ").Length);
            Assert.EndsWith(".", exercise.FirstStep, StringComparison.Ordinal);
            Assert.All(Tells, t => Assert.False(exercise.FirstStep.Contains(t, StringComparison.Ordinal), $"{exercise.Id}: the first step has {t}"));
        }

        Assert.Equal(Course.Exercises.Count, Course.Exercises.Select(e => e.FirstStep).Distinct().Count());
    }

    [Fact]
    public void Every_requirement_has_two_to_four_hints_that_grow_from_a_nudge()
    {
        foreach ((Exercise exercise, RequirementInfo requirement) in Course.Exercises.SelectMany(e => e.Requirements.Select(r => (e, r))))
        {
            string name = $"{exercise.Id}/{requirement.Id}";
            Assert.True(requirement.Hints.Count is >= 2 and <= 4, $"{name} has {requirement.Hints.Count} hints");
            Assert.All(requirement.Hints, h => Assert.False(string.IsNullOrWhiteSpace(h), name));
            Assert.Equal(requirement.Hints.Count, requirement.Hints.Distinct().Count());
            Assert.All(Tells, t => Assert.False(requirement.Hints[0].Contains(t, StringComparison.Ordinal), $"{name}: the first hint has {t}"));
        }
    }

    [Fact]
    public void The_sections_that_hints_point_to_are_in_the_notebooks()
    {
        foreach ((string id, string requirement, string heading) in CourseSection.All)
        {
            Exercise exercise = Records.Exercise(id);
            Assert.Contains(exercise.Requirements, r => r.Id == requirement);
            Assert.Contains(
                course.Read(exercise.Notebook).Cells, c => !c.IsCode && c.Source.Split('\n').Any(l => l.Trim() == "## " + heading));
        }

        Assert.NotEmpty(CourseSection.All);
    }

    [Fact]
    public async Task A_hint_grades_what_is_in_the_notebook_now()
    {
        Exercise exercise = Records.Exercise("should-cache");
        course.Write(exercise, "bool ShouldCache(LlmRequest request) => request.Temperature == 0.0;");
        ExerciseRecord record = await course.Open().VerdictAsync(exercise, TestContext.Current.CancellationToken);
        Assert.Equal("over-the-limit", new HintProvider(course.Open()).Next(record)!.Requirement!.Id);

        // The same text again is not graded again; another text is.
        Assert.Equal(record.Seed, (await course.Open().VerdictAsync(exercise, TestContext.Current.CancellationToken)).Seed);
        course.Write(exercise, "bool ShouldCache(LlmRequest request) => ;");
        ExerciseRecord broken = await course.Open().VerdictAsync(exercise, TestContext.Current.CancellationToken);
        Assert.Equal(GradeStatus.CompileError, broken.Status);
        Assert.StartsWith("06-cache-policy.ipynb, under \"Your turn: the policy\", line 1, column ", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_notebook_and_one_that_is_no_JSON_are_said_in_one_line()
    {
        File.Delete(course.FileOf("01-cache-key"));
        IOException missing = await Assert.ThrowsAnyAsync<IOException>(() => course.Open().VerdictAsync(CourseCopy.CacheKey, TestContext.Current.CancellationToken));
        Assert.Contains($"{LabCall.Name} reset cache-key", missing.Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(course.FileOf("01-cache-key"), "{ \"cells\": [", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<NotebookFormatException>(() => course.Open().VerdictAsync(CourseCopy.CacheKey, TestContext.Current.CancellationToken));
    }

    private async Task<string> Ask()
    {
        var console = new TestConsole(200);
        Assert.Equal(0, await HintCommand.RunAsync(course.Open(), null, console.Console, TestContext.Current.CancellationToken));
        return console.Text;
    }
}
