// answer: hostile
// ends: out-of-memory,timeout,failed
// attack: Hands the client messages without end
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
    IEnumerable<ChatMessage> Endless()
    {
        while (true)
            yield return new ChatMessage(ChatRole.User, new string((char)120, 1_000));
    }

    return await client.GetResponseAsync(Endless(), options, cancellationToken);
}
