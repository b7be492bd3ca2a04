// answer: wrong
// fails: finished-answers
// misconception: Thinks that an answer has one part
using System.Linq;
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response) =>
    response.FinishReason == ChatFinishReason.Stop
    && !string.IsNullOrWhiteSpace(response.Text)
    && response.Messages.All(message => message.Contents.Count <= 1 || message.Contents.Any(content => content is FunctionCallContent or ErrorContent))
    && !response.Messages.SelectMany(message => message.Contents).Any(content => content is FunctionCallContent or ErrorContent);
