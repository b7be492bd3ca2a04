// answer: wrong
// fails: blank-text
// misconception: Thinks that blank is empty
using System.Linq;
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response) =>
    response.FinishReason == ChatFinishReason.Stop
    && response.Text.Length > 0
    && !response.Messages.SelectMany(message => message.Contents).Any(content => content is FunctionCallContent or ErrorContent);
