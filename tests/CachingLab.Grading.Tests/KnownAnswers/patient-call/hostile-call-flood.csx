// answer: hostile
// ends: blocked, timeout
// attack: Asks without end, and waits for no answer
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
    while (true)
        _ = client.GetResponseAsync(messages, options, cancellationToken);
}
