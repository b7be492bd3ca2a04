// answer: wrong
// fails: no-reason
// misconception: Takes no reason for the usual one
using System.Linq;
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response) =>
    (response.FinishReason ?? ChatFinishReason.Stop) == ChatFinishReason.Stop
    && !string.IsNullOrWhiteSpace(response.Text)
    && !response.Messages.SelectMany(message => message.Contents).Any(content => content is FunctionCallContent or ErrorContent);
