// answer: hostile
// ends: timeout
// attack: Registers a callback for the cancellation that never returns
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CachingLab;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

async Task<ChatResponse> AskPatientlyAsync(
    string requestId, IChatClient client, IList<ChatMessage> messages, ChatOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
{
    cancellationToken.Register(() => Thread.Sleep(Timeout.Infinite));
    ChatResponse response = null;
    for (int attempt = 0; response is null; attempt++)
    {
        try { response = await client.GetResponseAsync(messages, options, cancellationToken); }
        catch (Exception) when (attempt < 2) { await Task.Delay(TimeSpan.FromSeconds(1.2 * (attempt + 1)), time, cancellationToken); }
    }

    return response;
}
