// answer: wrong
// fails: miss-calls-and-stores
// misconception: Waits for the cache a tenth of a second, and goes on whether the answer is stored or not
using CachingLab;
using System;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

sealed class ExactText : JsonConverter<string>
{
    static readonly JsonSerializerOptions options = new()
    {
        Converters = { new ExactText() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static byte[] Bytes(LlmRequest request) =>
        JsonSerializer.SerializeToUtf8Bytes(request with { Temperature = request.Temperature + 0.0 }, request.GetType(), options);

    public override string Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions o) => throw new NotSupportedException();
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions o) => writer.WriteStringValue(Hex(value));
    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions o) => writer.WritePropertyName(Hex(value));

    static string Hex(string text) => Convert.ToHexString(MemoryMarshal.AsBytes(text.AsSpan()));
}

async Task StoreAsync(ILlmCache cache, string key, string answer)
{
    var store = Task.Run(() => cache.Set(key, answer));
    var patience = Task.Delay(TimeSpan.FromMilliseconds(100));
    if (await Task.WhenAny(store, patience) == store) await store;
}

string KeyOf(LlmRequest request)
{
    var type = request.GetType();
    var parts = new[]
    {
        request.Model, request.SystemPrompt, request.UserPrompt,
        BitConverter.DoubleToInt64Bits(request.Temperature + 0.0).ToString("x16"),
        type == typeof(LlmRequest) ? "" : Convert.ToHexString(ExactText.Bytes(request)),
    };
    var text = new StringBuilder();
    foreach (var part in parts) text.Append(part.Length).Append(':').Append(part);
    return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(text.ToString().AsSpan())));
}

async Task<string> CachedCallAsync(ILlmCache cache, LlmRequest request, ILlmClient llm, ILogger logger)
{
    var key = KeyOf(request);
    if (cache.Get(key) is { } hit)
    {
        logger.LogInformation("llm_cache_hit {Model}", request.Model);
        return hit;
    }
    var answer = await llm.CompleteAsync(request);
    await StoreAsync(cache, key, answer);
    logger.LogInformation("llm_cache_set {Model}", request.Model);
    return answer;
}
