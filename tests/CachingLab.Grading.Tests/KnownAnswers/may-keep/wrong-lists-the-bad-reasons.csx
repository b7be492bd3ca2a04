// answer: wrong
// fails: other-reasons
// misconception: Lists the bad reasons that it knows
using System.Linq;
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response) =>
    response.FinishReason is { } reason
    && reason != ChatFinishReason.Length
    && reason != ChatFinishReason.ContentFilter
    && reason != ChatFinishReason.ToolCalls
    && !string.IsNullOrWhiteSpace(response.Text)
    && !response.Messages.SelectMany(message => message.Contents).Any(content => content is FunctionCallContent or ErrorContent);
