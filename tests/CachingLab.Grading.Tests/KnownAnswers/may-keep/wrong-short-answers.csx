// answer: wrong
// fails: finished-answers
// misconception: Thinks that a very short answer is none
using System.Linq;
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response) =>
    response.FinishReason == ChatFinishReason.Stop
    && response.Text.Trim().Length >= 2
    && !response.Messages.SelectMany(message => message.Contents).Any(content => content is FunctionCallContent or ErrorContent);
