using System.Text.Json;

namespace CachingLab.Sandbox.Protocol;

/// <summary>A request as data, with its run-time type.</summary>
/// <param name="Type">The type's name, one of the few that exams use.</param>
/// <param name="Json">Its fields.</param>
public sealed record WireRequest(string Type, string Json)
{
    public static WireRequest Of(LlmRequest request)
    {
        Type type = request.GetType();
        return new WireRequest(type.FullName!, JsonSerializer.Serialize(request, MessageJson.Default.GetTypeInfo(type)!));
    }

    /// <exception cref="JsonException">The type is none that exams use, or the fields are not its own.</exception>
    public LlmRequest ToRequest()
    {
        Type type = RequestTypes.Named(Type) ?? throw new JsonException($"no request type '{Type}'");
        return (LlmRequest)JsonSerializer.Deserialize(Json, MessageJson.Default.GetTypeInfo(type)!)!;
    }
}
