// answer: wrong
// fails: errors
// misconception: Thinks that a failure is always an exception
using System.Linq;
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response) =>
    response.FinishReason == ChatFinishReason.Stop
    && !string.IsNullOrWhiteSpace(response.Text)
    && !response.Messages.SelectMany(message => message.Contents).Any(content => content is FunctionCallContent);
