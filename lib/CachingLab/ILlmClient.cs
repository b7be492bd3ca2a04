namespace CachingLab;

/// <summary>Something that answers requests: a real model, a fake one, or a wrapper around either.</summary>
public interface ILlmClient
{
    /// <summary>Sends <paramref name="request"/> and waits for the answer.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="HttpRequestException">The network failed.</exception>
    /// <exception cref="System.Text.Json.JsonException">The answer could not be parsed.</exception>
    /// <exception cref="LlmValidationException">The answer was parsed and broke a rule.</exception>
    Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default);
}
