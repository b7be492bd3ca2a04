// answer: right
// style: grouped by type
using System;
using System.Linq;
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response)
{
    ILookup<Type, AIContent> byType = response.Messages.SelectMany(m => m.Contents).ToLookup(c => c.GetType());
    if (byType[typeof(FunctionCallContent)].Any() || byType[typeof(ErrorContent)].Any())
        return false;
    return ChatFinishReason.Stop.Equals(response.FinishReason) && byType[typeof(TextContent)].Cast<TextContent>().Any(t => !string.IsNullOrWhiteSpace(t.Text));
}
