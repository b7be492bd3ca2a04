// answer: right
// style: a property pattern and a query
using System.Linq;
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response)
{
    var contents = from message in response.Messages from content in message.Contents select content;
    var texts = from text in contents.OfType<TextContent>() select text.Text;
    return response is { FinishReason: { Value: "stop" } }
        && string.Join("", texts) is var all && all.Length > all.Count(char.IsWhiteSpace)
        && contents.Count(content => content is ErrorContent || content is FunctionCallContent) == 0;
}
