using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab.Doors;
using CachingLab.Exercises;

namespace CachingLab.Tests.Exercises;

public sealed class CacheKeyExerciseTests
{
    private static readonly string[] AfterSame = ["any-culture", "another-process"];

    [Fact]
    public Task Json_and_a_hash_meet_everything() => Judged.PassesAsync(CacheKeyExercise.Exercise, new TwoProcessKeyMaker(Right), 50);

    [Fact]
    public Task Lengths_before_texts_meet_everything() => Judged.PassesAsync(CacheKeyExercise.Exercise, new TwoProcessKeyMaker(LengthPrefixed), 5);

    [Fact]
    public Task A_readable_model_and_base64_of_a_hash_meet_everything() => Judged.PassesAsync(CacheKeyExercise.Exercise, new TwoProcessKeyMaker(Base64), 50);

    [Fact]
    public Task Without_a_second_process_that_requirement_is_not_run() =>
        Judged.PassesAsync(CacheKeyExercise.Exercise, new LocalKeyMaker(Right), 1, AfterSame[1]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public Task A_misconception_fails_its_requirement_alone(string id, string misconception)
    {
        (Func<LlmRequest, string> here, Func<LlmRequest, string>? there) = Answers[id + ": " + misconception];
        return Judged.FailsOnlyAsync(CacheKeyExercise.Exercise, new TwoProcessKeyMaker(here, there), id);
    }

    public static IEnumerable<TheoryDataRow<string, string>> Wrong() =>
        Answers.Keys.Select(k => k.Split(": ")).Select(p => new TheoryDataRow<string, string>(p[0], p[1]));

    private static Dictionary<string, (Func<LlmRequest, string> Here, Func<LlmRequest, string>? There)> Answers { get; } = new()
    {
        ["same-request-same-key: random"] = (_ => Guid.NewGuid().ToString("N"), null),
        ["every-field-counts: no system prompt"] = (r => Right(r with { SystemPrompt = "" }), null),
        ["every-field-counts: no model"] = (r => Right(r with { Model = "" }), null),
        ["every-field-counts: no temperature"] = (r => Right(r with { Temperature = 0 }), null),
        ["every-field-counts: the user prompt alone"] = (r => Hash(r.UserPrompt), null),
        ["long-prompts-count: the first 32 characters"] = (r => Right(r with { UserPrompt = Start(r.UserPrompt, 32) }), null),
        ["long-prompts-count: the first 10,000 characters of the system prompt"] = (r => Right(r with { SystemPrompt = Start(r.SystemPrompt, 10_000) }), null),
        ["long-prompts-count: both ends and the length"] = (r => Right(r with { UserPrompt = Ends(r.UserPrompt) }), null),
        ["no-boundary-collision: glued"] = (r => Hash(Number(r.Temperature) + r.Model + r.SystemPrompt + r.UserPrompt), null),
        ["no-boundary-collision: bars"] = (r => Hash(string.Join('|', r.Model, r.SystemPrompt, r.UserPrompt, Number(r.Temperature))), null),
        ["no-boundary-collision: NUL, another order"] = (r => Hash(string.Join('\0', r.UserPrompt, r.Model, r.SystemPrompt, Number(r.Temperature))), null),
        ["no-boundary-collision: the record's text"] = (r => Hash($"{r with { Temperature = 0 }} {Number(r.Temperature)}"), null),
        ["no-boundary-collision: JSON by hand"] = (r => Hash($$"""{"model":"{{r.Model}}","system":"{{r.SystemPrompt}}","user":"{{r.UserPrompt}}","t":{{Number(r.Temperature)}}}"""), null),
        ["no-boundary-collision: escaped bars"] = (r => Hash(string.Join('|', Fields(r).Select(f => f.Replace("|", "\\|", StringComparison.Ordinal)))), null),
        ["no-boundary-collision: doubled bars"] = (r => Hash(string.Join('|', Fields(r).Select(f => f.Replace("|", "||", StringComparison.Ordinal)))), null),
        ["no-boundary-collision: number after the prompt"] = (r => Hash($"{r.Model.Length}:{r.Model}{r.SystemPrompt.Length}:{r.SystemPrompt}{r.UserPrompt}{Number(r.Temperature)}"), null),
        ["no-boundary-collision: hashes added up"] = (r => Convert.ToHexString([.. Fields(r).Select(f => SHA256.HashData(Encoding.UTF8.GetBytes(f))).Aggregate((a, b) => [.. a.Zip(b, (x, y) => (byte)(x ^ y))])]), null),
        ["near-texts-differ: upper case"] = (r => Right(r with { UserPrompt = r.UserPrompt.ToUpperInvariant() }), null),
        ["near-texts-differ: trimmed"] = (r => Right(r with { UserPrompt = r.UserPrompt.Trim() }), null),
        ["near-texts-differ: normalized"] = (r => Right(r with { SystemPrompt = r.SystemPrompt.Normalize() }), null),
        ["near-texts-differ: ASCII"] = (r => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(LengthText(r)))), null),
        ["near-texts-differ: one decimal"] = (r => Right(r with { Temperature = Math.Round(r.Temperature, 1) }), null),
        ["near-texts-differ: a float"] = (r => Right(r with { Temperature = (float)r.Temperature }), null),
        ["near-texts-differ: whole numbers"] = (r => Right(r with { Temperature = (int)r.Temperature }), null),
        ["safe-key: JSON itself"] = (Json, null),
        ["safe-key: too short"] = (r => Right(r)[..15], null),
        ["safe-key: base64 with its signs"] = (r => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Json(r)))), null),
        ["safe-key: the start of the prompt in hexadecimal"] = (r => Convert.ToHexString(Encoding.UTF8.GetBytes(Start(r.UserPrompt, 8))) + Right(r), null),
        ["safe-key: the start of the prompt in base64"] = (r => Url(Encoding.UTF8.GetBytes(Start(r.UserPrompt, 8))) + "-" + Right(r), null),
        ["safe-key: the start of the prompt"] = (r => string.Concat(Start(r.UserPrompt, 6).Where(char.IsAsciiLetter)) + "_" + Right(r), null),
        ["any-culture: the current culture's number"] = (r => Hash(LengthText(r with { Temperature = 0 }) + $"{Plus(r).Temperature}"), null),
        ["another-process: GetHashCode"] = (r => Right(r), r => Right(r with { Model = r.Model + "another seed" })),
        ["negative-zero: as JSON writes it"] = (r => Hash(JsonSerializer.Serialize(r)), null),
    };

    private static string Json(LlmRequest r) => JsonSerializer.Serialize(Plus(r));

    private static string Right(LlmRequest r) => Hash(Json(r));

    private static string LengthPrefixed(LlmRequest r) => Hash(LengthText(r));

    private static string Base64(LlmRequest r) => string.Concat(r.Model.Where(char.IsAsciiLetter)) + "-" + Url(SHA256.HashData(Encoding.UTF8.GetBytes(Json(r))));

    private static string LengthText(LlmRequest r) => string.Concat(Fields(r).Select(f => $"{f.Length}:{f}"));

    private static string[] Fields(LlmRequest r) => [r.Model, r.SystemPrompt, r.UserPrompt, Number(r.Temperature)];

    private static LlmRequest Plus(LlmRequest r) => r.Temperature == 0.0 ? r with { Temperature = 0.0 } : r;

    private static string Number(double number) => (number == 0.0 ? 0.0 : number).ToString("R", CultureInfo.InvariantCulture);

    private static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Start(string text, int length) => text.Length <= length ? text : text[..length];

    private static string Ends(string text) => text.Length <= 40 ? text : $"{text[..20]}{text.Length}{text[^20..]}";

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
