using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Chat;

/// <summary>
/// A model behind a server. It fails as the fakes do: with an <see cref="HttpRequestException"/>, an <see cref="IOException"/> or a <see cref="TimeoutException"/>,
/// not with the exceptions of the SDK that speaks to the server.
/// </summary>
/// <param name="key">The key that no message may show, or null.</param>
internal sealed class ServerChatClient(IChatClient server, string? key) : DelegatingChatClient(server)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }
        catch (Exception e) when (Known(e, cancellationToken) is { } known)
        {
            throw known;
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using IAsyncEnumerator<ChatResponseUpdate> updates =
            base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(updates, cancellationToken))
            yield return updates.Current;
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception e) when (Known(e, cancellationToken) is { } known)
        {
            throw known;
        }
    }

    // Null for what is thrown on as it is. The SDK's exception is not kept inside: its message can quote the key.
    private Exception? Known(Exception thrown, CancellationToken cancellationToken) => thrown switch
    {
        ClientResultException { Status: > 0 } answered => Answered(answered),
        ClientResultException { InnerException: HttpRequestException or IOException } failed => failed.InnerException,
        OperationCanceledException when !cancellationToken.IsCancellationRequested => new TimeoutException("The server did not answer in time."),
        _ => null,
    };

    private HttpRequestException Answered(ClientResultException answered)
    {
        string message = $"The server answered {answered.Status}. {Shown(answered.Message)}";
        var status = (HttpStatusCode)answered.Status;
        TimeSpan? wait = WaitIn(answered.GetRawResponse());
        return wait is not null || status is HttpStatusCode.TooManyRequests ? new ThrottledException(message, wait, status)
            : new HttpRequestException(message, null, status);
    }

    // A date that has passed by now asks for no wait.
    private static TimeSpan? WaitIn(PipelineResponse? response)
    {
        if (response?.Headers.TryGetValue("Retry-After", out string? text) is not true || !RetryConditionHeaderValue.TryParse(text, out RetryConditionHeaderValue? after))
            return null;
        TimeSpan? wait = after.Delta ?? after.Date - TimeProvider.System.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private string Shown(string message) => key is null ? message : message.Replace(key, "***", StringComparison.Ordinal);
}
