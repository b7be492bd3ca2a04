// answer: wrong
// fails: finished-answers
// misconception: Refuses an answer that sounds like an error
using System.Linq;
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response) =>
    response.FinishReason == ChatFinishReason.Stop
    && !string.IsNullOrWhiteSpace(response.Text)
    && !response.Text.Contains("error", System.StringComparison.OrdinalIgnoreCase)
    && !response.Messages.SelectMany(message => message.Contents).Any(content => content is FunctionCallContent or ErrorContent);
