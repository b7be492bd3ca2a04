// answer: right
// style: JSON options with a converter that knows one zero; SHA-384 as base64url
// misses: schema-key-order, lone-surrogates
using System;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CachingLab;

class OneZero : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value == 0 ? 0 : value);
}

readonly JsonSerializerOptions keyOptions = new() { Converters = { new OneZero() } };

string MakeCacheKeyTodo(LlmRequest request)
{
    byte[] hash = SHA384.HashData(JsonSerializer.SerializeToUtf8Bytes<object>(request, keyOptions));
    return "v2_" + Convert.ToBase64String(hash).Replace('+', '-').Replace('/', '_');
}
