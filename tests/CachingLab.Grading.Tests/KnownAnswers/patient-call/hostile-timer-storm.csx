// answer: hostile
// ends: blocked, timeout
// attack: Starts timers without end
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
        time.CreateTimer(_ => { }, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
}
