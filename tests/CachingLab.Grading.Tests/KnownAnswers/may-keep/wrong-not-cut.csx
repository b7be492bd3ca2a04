// answer: wrong
// fails: other-reasons
// misconception: Thinks that being cut off is the only bad end
using System.Linq;
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response) =>
    response.FinishReason is not null
    && response.FinishReason != ChatFinishReason.Length
    && !string.IsNullOrWhiteSpace(response.Text)
    && !response.Messages.SelectMany(message => message.Contents).Any(content => content is FunctionCallContent or ErrorContent);
