using System.Text.Json.Nodes;
using CachingLab.Cli.State;
using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.Tests.State;

public sealed class ProgressStoreTests : IDisposable
{
    private static readonly AnswerText Answer = new("source", "hash");
    private static readonly Exercise CacheKey = CourseCopy.CacheKey;
    private readonly CourseCopy course = new();

    public void Dispose() => course.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("{\"schema\":")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"exercises\":null}")]
    public void A_damaged_file_is_kept_aside_and_begun_anew_with_one_line(string damaged)
    {
        Directory.CreateDirectory(course.Lab);
        File.WriteAllText(course.ProgressFile, damaged);
        ProgressStore store = course.Open().Progress;
        Assert.Null(store.Of("cache-key").Last);
        store.Add(Records.Failing(CacheKey), Answer, "course");
        Assert.Single(course.Said);
        string aside = Assert.Single(Directory.GetFiles(course.Lab, "*.damaged-*"));
        Assert.Equal(damaged, File.ReadAllText(aside));
        Assert.NotNull(course.Open().Progress.Of("cache-key").Last);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_costs_one_line_and_no_progress_of_this_run()
    {
        // A file where the folder belongs stops everybody, also a user who may write everywhere.
        File.WriteAllText(course.Lab, "in the way");
        ProgressStore store = course.Open().Progress;
        store.Add(Records.Failing(CacheKey), Answer, "course");
        store.AddHint("cache-key", "safe-key");
        Assert.Equal(1, store.Of("cache-key").HintsShown["safe-key"]);
        Assert.NotNull(store.Of("cache-key").Last);
        Assert.Single(course.Said);
        Assert.Equal("in the way", File.ReadAllText(course.Lab));
    }

    [Fact]
    public void A_verdict_comes_back_whole_in_another_process()
    {
        ExerciseRecord record = Records.Failing(CacheKey, "safe-key");
        record = record with { Requirements = [.. record.Requirements.Select(r => r with { Counterexample = new Counterexample("a", "b\ud83d", "c", "d") })] };
        course.Open().Progress.Add(record, Answer, "course");
        ExerciseRecord again = course.Open().Progress.Verdict("cache-key", "hash", "course")!;
        Assert.Equal(record with { Requirements = [], Notes = [] }, again with { Requirements = [], Notes = [] });
        Assert.Equal(
            record.Requirements.Select(r => (r.Id, r.Status, r.Stretch)), again.Requirements.Select(r => (r.Id, r.Status, r.Stretch)));
        Assert.Equal("b\ufffd", again.Requirements.Single(r => r.Id == "safe-key").Counterexample!.Got);
    }

    [Fact]
    public void A_verdict_counts_for_the_very_answer_and_the_very_course_alone()
    {
        ProgressStore store = course.Open().Progress;
        store.Add(Records.Failing(CacheKey), Answer, "course");
        Assert.NotNull(store.Verdict("cache-key", "hash", "course"));
        Assert.Null(store.Verdict("cache-key", "other", "course"));
        Assert.Null(store.Verdict("cache-key", "hash", "newer course"));
        Assert.Null(store.Verdict("memory-cache", "hash", "course"));
    }

    [Fact]
    public void What_another_version_wrote_is_kept_and_a_verdict_it_spelled_otherwise_is_given_again()
    {
        ProgressStore store = course.Open().Progress;
        store.Add(Records.Failing(CacheKey), Answer, "course");
        store.AddHint("cache-key", "safe-key");
        JsonNode json = JsonNode.Parse(File.ReadAllText(course.ProgressFile))!;
        json["badges"] = "gold";
        json["exercises"]!["cache-key"]!["mood"] = "good";
        json["exercises"]!["cache-key"]!["last"]!["status"] = "graded-by-moonlight";
        json["exercises"]!["exercise-of-next-year"] = new JsonObject { ["attempts"] = 3 };
        File.WriteAllText(course.ProgressFile, json.ToJsonString());

        store = course.Open().Progress;
        Assert.Null(store.Of("cache-key").Last);
        Assert.Equal(1, store.Of("cache-key").HintsShown["safe-key"]);
        store.AddHint("memory-cache", "hit-stays");
        json = JsonNode.Parse(File.ReadAllText(course.ProgressFile))!;
        Assert.Equal("gold", (string?)json["badges"]);
        Assert.Equal("good", (string?)json["exercises"]!["cache-key"]!["mood"]);
        Assert.Equal(3, (int?)json["exercises"]!["exercise-of-next-year"]!["attempts"]);
        Assert.Empty(course.Said);
    }

    [Fact]
    public void The_answer_that_passed_last_stays_when_a_later_one_fails()
    {
        ProgressStore store = course.Open().Progress;
        store.Add(Records.Failing(CacheKey), new AnswerText("first", "1"), "course");
        store.Add(Records.Failing(CacheKey), new AnswerText("second", "2"), "course");
        store.Add(Records.Failing(CacheKey, "safe-key"), new AnswerText("third", "3"), "course");
        Assert.Equal("second", store.Of("cache-key").PassedAnswer);
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        ProgressStore[] stores = [.. Enumerable.Range(0, 4).Select(_ => course.Open().Progress)];
        await Task.WhenAll(stores.Select(s => Task.Run(() =>
        {
            for (int i = 0; i < 10; i++)
                s.AddHint("cache-key", "safe-key");
        })));
        Assert.Equal(40, course.Open().Progress.Of("cache-key").HintsShown["safe-key"]);
        Assert.Empty(Directory.GetFiles(course.Lab, "*.tmp"));
    }
}
