using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>
/// Writes the <c>result.json</c> that Classroom 50 reads after an <c>autograder.py</c>, schema <c>classroom50/result/v1</c>: a test for each requirement
/// that counts. Environment variables of its runner say what is graded. The runner adds the owner and the times.
/// </summary>
public sealed class Classroom50Report(Func<string, string?> variable)
{
    private static readonly string[] Required = ["CLASSROOM", "ASSIGNMENT", "SUBMISSION_TAG", "COMMIT_URL", "RELEASE_URL"];

    /// <summary>The variables that are not set, so that no result can be written.</summary>
    public IReadOnlyList<string> Missing => [.. Required.Where(name => Value(name) is null)];

    /// <summary>Writes the result of the one learner of a book.</summary>
    /// <exception cref="IOException">There is not exactly one learner, or a file could not be graded, so that the score would be of fewer points.</exception>
    public void Write(GradeBook book, Stream output)
    {
        if (book.Learners is not [var learner])
            throw new IOException($"it is the result of one learner, and there are {book.Learners.Count}");
        if (learner.Ungradable.FirstOrDefault() is { } bad)
            throw new IOException($"{SafeText.Line(bad.Path, 300)} could not be graded: {SafeText.Line(bad.Error)}");
        var tests = learner.Exercises.SelectMany(e => e.Requirements.Where(r => !r.Stretch).Select(r => (Exercise: e, Requirement: r))).ToList();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("schema", "classroom50/result/v1");
        json.WriteString("classroom", Value("CLASSROOM"));
        json.WriteString("assignment", Value("ASSIGNMENT"));
        json.WriteString("assignment_type", Value("ASSIGNMENT_TYPE") ?? "individual");
        json.WriteString("owner", Value("OWNER") ?? Value("USERNAME") ?? Value("GITHUB_ACTOR") ?? "unknown");
        json.WriteString("submission", Value("SUBMISSION_TAG"));
        json.WriteString("commit", Value("COMMIT_URL"));
        json.WriteString("release", Value("RELEASE_URL"));
        json.WriteString("review", Value("REVIEW_URL") ?? Value("COMMIT_URL"));
        json.WriteString("datetime", (book.Graded ?? DateTimeOffset.UnixEpoch).ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("score", tests.Count(t => t.Requirement.Status is VerdictStatus.Passed));
        json.WriteNumber("max-score", tests.Count);
        json.WriteStartArray("tests");
        foreach ((ExerciseRecord exercise, Verdict requirement) in tests)
            WriteTest(json, exercise, requirement, book.Sandbox);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTest(Utf8JsonWriter json, ExerciseRecord exercise, Verdict requirement, string sandbox)
    {
        bool passed = requirement.Status is VerdictStatus.Passed;
        json.WriteStartObject();
        json.WriteString("test-name", $"{exercise.Id}: {SafeText.Line(requirement.Title)}");
        json.WriteBoolean("passed", passed);
        json.WriteNumber("score", passed ? 1 : 0);
        json.WriteNumber("max-score", 1);
        if (!passed)
            json.WriteString("message", SafeText.Line(exercise.Stopped && requirement.Status is VerdictStatus.NotRun ? exercise.Message : requirement.Message));
        json.WriteString("sandbox", sandbox);
        json.WriteEndObject();
    }

    private string? Value(string name) => variable(name) is { Length: > 0 } value ? value : null;
}
