// answer: right
// style: loops and early returns
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response)
{
    if (response.FinishReason is not { } reason || reason != ChatFinishReason.Stop)
        return false;
    bool text = false;
    foreach (ChatMessage message in response.Messages)
    {
        foreach (AIContent content in message.Contents)
        {
            switch (content)
            {
                case ToolCallContent or ErrorContent:
                    return false;
                case TextContent { Text: var words }:
                    text |= words.Trim().Length > 0;
                    break;
            }
        }
    }

    return text;
}
