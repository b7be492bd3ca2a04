// answer: hostile
// ends: timeout,failed
// attack: Waits for a millisecond of the given clock, again and again
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
        await Task.Delay(TimeSpan.FromMilliseconds(1), time, CancellationToken.None);
}
