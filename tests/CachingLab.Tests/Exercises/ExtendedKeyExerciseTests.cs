using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CachingLab.Exams;
using CachingLab.Exercises;

namespace CachingLab.Tests.Exercises;

public sealed class ExtendedKeyExerciseTests
{
    [Fact]
    public Task Json_by_run_time_type_with_sorted_schemas_meets_everything() =>
        Judged.PassesAsync(ExtendedKeyExercise.Exercise, new TwoProcessKeyMaker(Right), 20);

    [Fact]
    public async Task A_key_that_sees_the_base_type_alone_fails_what_it_does_not_see()
    {
        ExamReport report = await ExtendedKeyExercise.Exercise.ExamineAsync(
            new TwoProcessKeyMaker(r => Hash(JsonSerializer.Serialize(Plus(r)))), 1, TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(
            ["options-count", "tools-count", "examples-count", "future-fields-count"],
            report.Results.Where(r => r.Status is RequirementStatus.Failed).Select(r => r.Requirement.Id));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public Task A_misconception_fails_its_requirement_alone(string id, string misconception)
    {
        (Func<LlmRequest, string> here, Func<LlmRequest, string>? there) = Answers[id + ": " + misconception];
        return Judged.FailsOnlyAsync(ExtendedKeyExercise.Exercise, new TwoProcessKeyMaker(here, there), id);
    }

    public static IEnumerable<TheoryDataRow<string, string>> Wrong() =>
        Answers.Keys.Select(k => k.Split(": ")).Select(p => new TheoryDataRow<string, string>(p[0], p[1]));

    private static Dictionary<string, (Func<LlmRequest, string> Here, Func<LlmRequest, string>? There)> Answers { get; } = new()
    {
        ["same-request-same-key: random"] = (_ => Guid.NewGuid().ToString("N"), null),
        ["every-field-counts: no temperature"] = (r => Right(r with { Temperature = 0 }), null),
        ["long-prompts-count: the first 32 characters"] = (r => Right(r with { UserPrompt = r.UserPrompt[..Math.Min(32, r.UserPrompt.Length)] }), null),
        ["no-boundary-collision: model and system glued"] = (r => Right(r with { Model = "", SystemPrompt = r.Model + "|" + r.SystemPrompt }), null),
        ["no-boundary-collision: tools joined"] = (r => Changed(r, x => x with { Tools = [new(string.Join(';', x.Tools.Select(t => $"{t.Name},{t.Description},{Sorted(JsonNode.Parse(t.ParametersJson))!.ToJsonString()}")), "", "{}")] }), null),
        ["no-boundary-collision: examples joined"] = (r => Changed(r, x => x with { Examples = [new(string.Join('\n', x.Examples.Select(e => $"{e.User}:{e.Assistant}")), "")] }), null),
        ["near-texts-differ: upper case"] = (r => Right(r with { UserPrompt = r.UserPrompt.ToUpperInvariant() }), null),
        ["safe-key: JSON itself"] = (Canonical, null),
        ["any-culture: the current culture's number"] = (r => Right(r with { Model = r.Model + $"|{Plus(r).Temperature}" }), null),
        ["another-process: a seed"] = (Right, r => Right(r with { Model = r.Model + "another seed" })),
        ["options-count: whether there are any"] = (r => Changed(r, x => x with { MaxTokens = x.MaxTokens is > 1 and < int.MaxValue ? 2 : x.MaxTokens }), null),
        ["tools-count: names and descriptions only"] = (r => Changed(r, x => x with { Tools = [.. x.Tools.Select(t => t with { ParametersJson = "{}" })] }), null),
        ["examples-count: without answers"] = (r => Changed(r, x => x with { Examples = [.. x.Examples.Select(e => e with { Assistant = "" })] }), null),
        ["order-counts: sorted"] = (r => Changed(r, x => x with { Tools = [.. x.Tools.OrderBy(t => t.Name, StringComparer.Ordinal)] }), null),
        ["null-is-not-zero: ?? 0"] = (r => Changed(r, x => x with { MaxTokens = x.MaxTokens ?? 0 }), null),
        ["null-is-not-zero: a default of 1"] = (r => Changed(r, x => x with { TopP = x.TopP ?? 1.0 }), null),
        ["equal-lists-same-key: the list object"] = (r => Changed(r, x => x.Examples.Count == 0 || x.Tools.Count == 0 ? x : x with { Model = x.Model + RuntimeHelpers.GetHashCode(x.Tools) }), null),
        ["future-fields-count: known types only"] = (r => r switch
        {
            FutureExtendedLlmRequest x => Right(x with { Penalty = null, History = [] }),
            FutureLlmRequest x => Right(new LlmRequest(x.Model, x.SystemPrompt, x.UserPrompt, x.Temperature)),
            _ => Right(r),
        }, null),
        ["negative-zero: as JSON writes it"] = (r => Hash(r.Temperature == 0 && double.IsNegative(r.Temperature) ? "-" + Canonical(r) : Canonical(r)), null),
        ["schema-key-order: the text as it is"] = (r => Hash(JsonSerializer.Serialize(Plus(r), r.GetType())), null),
    };

    private static string Changed(LlmRequest request, Func<ExtendedLlmRequest, ExtendedLlmRequest> change) =>
        Right(request is ExtendedLlmRequest extended ? change(extended) : request);

    private static string Right(LlmRequest request) => Hash(Canonical(request));

    private static string Canonical(LlmRequest request)
    {
        if (request is ExtendedLlmRequest extended)
            request = extended with { Tools = [.. extended.Tools.Select(t => t with { ParametersJson = Sorted(JsonNode.Parse(t.ParametersJson))!.ToJsonString() })] };
        return JsonSerializer.Serialize(Plus(request), request.GetType());
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sorted)]),
        { } value => value.DeepClone(),
        null => null,
    };

    private static LlmRequest Plus(LlmRequest r) => r.Temperature == 0.0 ? r with { Temperature = 0.0 } : r;

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
