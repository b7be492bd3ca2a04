using System.Text.Json;

namespace CachingLab.Sandbox.Protocol;

/// <summary>A request as data, with its run-time type.</summary>
/// <param name="Type">The type's name, one of the few that exams use.</param>
/// <param name="Json">Its fields.</param>
/// <param name="Arrays">Whether its lists are arrays: equal content in another kind of list must not count, and can only be asked if the kind crosses too.</param>
public sealed record WireRequest(string Type, string Json, bool Arrays = false)
{
    public static WireRequest Of(LlmRequest request)
    {
        Type type = request.GetType();
        return new WireRequest(type.FullName!, JsonSerializer.Serialize(request, MessageJson.Default.GetTypeInfo(type)!), HasArrays(request));
    }

    /// <exception cref="JsonException">The type is none that exams use, or the fields are not its own.</exception>
    public LlmRequest ToRequest()
    {
        Type type = RequestTypes.Named(Type) ?? throw new JsonException($"no request type '{Type}'");
        var request = (LlmRequest)JsonSerializer.Deserialize(Json, MessageJson.Default.GetTypeInfo(type)!)!;
        return Arrays && request is ExtendedLlmRequest extended
            ? extended with { Tools = extended.Tools.ToArray(), Examples = extended.Examples.ToArray() }
            : request;
    }

    private static bool HasArrays(LlmRequest request) => request is ExtendedLlmRequest { Tools: LlmTool[], Examples: LlmExample[] };
}
