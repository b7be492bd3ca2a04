// answer: hostile
// ends: failed
// attack: Changes the response that it is asked about, and the finish reason that all share
using System.Linq;
using System.Reflection;
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response)
{
    foreach (ChatMessage message in response.Messages.ToArray())
        message.Contents.Clear();
    response.Messages.Clear();
    foreach (FieldInfo field in typeof(ChatFinishReason).GetFields(BindingFlags.Static | BindingFlags.NonPublic))
    {
        try { field.SetValue(null, new ChatFinishReason("length")); }
        catch (System.Exception) { }
    }

    return response.FinishReason == ChatFinishReason.Stop || response.FinishReason is null;
}
