// answer: wrong
// fails: other-reasons, no-reason
// misconception: Looks at the text alone
using System.Linq;
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response) =>
    !string.IsNullOrWhiteSpace(response.Text)
    && !response.Messages.SelectMany(message => message.Contents).Any(content => content is FunctionCallContent or ErrorContent);
