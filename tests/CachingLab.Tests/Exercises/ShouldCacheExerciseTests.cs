using System.Globalization;
using System.Text;
using CachingLab.Doors;
using CachingLab.Exercises;

namespace CachingLab.Tests.Exercises;

public sealed class ShouldCacheExerciseTests
{
    [Fact]
    public Task The_contract_in_one_line_meets_everything() =>
        Judged.PassesAsync(ShouldCacheExercise.Exercise, new LocalCachePolicy(r => r.Temperature == 0.0 && Length(r) <= 10_000), 50);

    [Theory]
    [MemberData(nameof(Wrong))]
    public Task A_misconception_fails_its_requirement_alone(string id, string misconception) =>
        Judged.FailsOnlyAsync(ShouldCacheExercise.Exercise, new LocalCachePolicy(Answers[id + ": " + misconception]), id);

    public static IEnumerable<TheoryDataRow<string, string>> Wrong() =>
        Answers.Keys.Select(k => k.Split(": ")).Select(p => new TheoryDataRow<string, string>(p[0], p[1]));

    private static Dictionary<string, Func<LlmRequest, bool>> Answers { get; } = new()
    {
        ["zero-temperature: never"] = _ => false,
        ["negative-zero: by its text"] = r => r.Temperature.ToString(CultureInfo.InvariantCulture) == "0" && Length(r) <= 10_000,
        ["other-temperatures: one is fine"] = r => r.Temperature is 0.0 or 1.0 && Length(r) <= 10_000,
        ["odd-temperatures: or less"] = r => r.Temperature <= 0.0 && Length(r) <= 10_000,
        ["odd-temperatures: nearly"] = r => Math.Abs(r.Temperature) < 1e-6 && Length(r) <= 10_000,
        ["odd-temperatures: not more"] = r => !(r.Temperature > 0.0) && Length(r) <= 10_000,
        ["limit-is-included: less than"] = r => r.Temperature == 0.0 && Length(r) < 10_000,
        ["limit-is-included: the model counts"] = r => r.Temperature == 0.0 && r.Model.Length + Length(r) <= 10_000,
        ["over-the-limit: by one"] = r => r.Temperature == 0.0 && Length(r) <= 10_001,
        ["both-prompts-count: the user's alone"] = r => r.Temperature == 0.0 && r.UserPrompt.Length <= 10_000,
        ["both-prompts-count: the system's alone"] = r => r.Temperature == 0.0 && r.SystemPrompt.Length <= 10_000,
        ["both-prompts-count: each by itself"] = r => r.Temperature == 0.0 && r.UserPrompt.Length <= 10_000 && r.SystemPrompt.Length <= 10_000,
        ["chars-not-bytes: bytes"] = r => r.Temperature == 0.0 && Encoding.UTF8.GetByteCount(r.SystemPrompt + r.UserPrompt) <= 10_000,
        ["chars-not-bytes: runes"] = r => r.Temperature == 0.0 && (r.SystemPrompt + r.UserPrompt).EnumerateRunes().Count() <= 10_000,
    };

    private static int Length(LlmRequest r) => r.SystemPrompt.Length + r.UserPrompt.Length;
}
