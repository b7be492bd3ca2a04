namespace CachingLab.Cli.Kernels;

/// <summary>The used parts of an event that the engine's tool writes as a line of JSON.</summary>
/// <param name="EventType">What happened.</param>
/// <param name="Command">The command that caused the event.</param>
/// <param name="Event">The event's content.</param>
internal sealed record EngineEvent(string? EventType, EngineEvent.Cause? Command, EngineEvent.Content? Event)
{
    internal sealed record Cause(string? Token);

    internal sealed record Content(string? Message, IReadOnlyList<Form>? FormattedValues);

    internal sealed record Form(string? MimeType, string? Value);
}
