// answer: wrong
// fails: every-message
// misconception: Looks at the last message alone
using System.Linq;
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response) =>
    response.FinishReason == ChatFinishReason.Stop
    && response.Messages .Count > 0
    && !string.IsNullOrWhiteSpace(response.Messages[response.Messages.Count - 1].Text)
    && !response.Messages[response.Messages.Count - 1].Contents.Any(content => content is FunctionCallContent or ErrorContent);
