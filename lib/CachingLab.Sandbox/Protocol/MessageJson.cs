using System.Text.Json.Serialization;
using CachingLab.Exercises;

namespace CachingLab.Sandbox.Protocol;

/// <summary>How messages are written: generated code, so that a child that lives for a second does not spend half of it on reflection.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    MaxDepth = 32)]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(LlmRequest))]
[JsonSerializable(typeof(ExtendedLlmRequest))]
[JsonSerializable(typeof(FutureLlmRequest))]
[JsonSerializable(typeof(FutureExtendedLlmRequest))]
internal sealed partial class MessageJson : JsonSerializerContext;
