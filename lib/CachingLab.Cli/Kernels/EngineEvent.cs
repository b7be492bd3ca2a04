namespace CachingLab.Cli.Kernels;

/// <summary>What the engine's tool tells in a line: the parts that are used here, as it names them.</summary>
/// <param name="EventType">What happened.</param>
/// <param name="Command">The command that it happened by.</param>
/// <param name="Event">What there is to say of it.</param>
internal sealed record EngineEvent(string? EventType, EngineEvent.Cause? Command, EngineEvent.Content? Event)
{
    internal sealed record Cause(string? Token);

    internal sealed record Content(string? Message, IReadOnlyList<Form>? FormattedValues);

    internal sealed record Form(string? MimeType, string? Value);
}
