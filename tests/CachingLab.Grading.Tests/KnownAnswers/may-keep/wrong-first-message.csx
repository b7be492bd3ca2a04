// answer: wrong
// fails: every-message
// misconception: Looks at the first message alone
using System.Linq;
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response) =>
    response.FinishReason == ChatFinishReason.Stop
    && response.Messages.Count > 0
    && !string.IsNullOrWhiteSpace(response.Messages[0].Text)
    && !response.Messages[0].Contents.Any(content => content is FunctionCallContent or ErrorContent);
