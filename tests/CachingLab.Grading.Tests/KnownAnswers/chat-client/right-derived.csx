// answer: right
// style: derived from DistributedCachingChatClient: key, read and write overridden, both roads through the same three methods
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using CachingLab.Production;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;

class KeepingChatClient(IChatClient inner, IDistributedCache store) : DistributedCachingChatClient(inner, store)
{
    protected override string GetCacheKey(IEnumerable<ChatMessage> messages, ChatOptions options, params ReadOnlySpan<object> additionalValues)
    {
        ChatOptions all = options?.Clone() ?? new ChatOptions();
        List<ChatMessage> said = messages.Select(m => new ChatMessage(m.Role, m.Text)).ToList();
        string tools = JsonSerializer.Serialize((all.Tools ?? []).Select(t => new object[] { t.Name, t.Description, (t as AIFunctionDeclaration)?.JsonSchema }));
        if (all.AdditionalProperties is { Count: 0 })
            all.AdditionalProperties = null;
        return base.GetCacheKey(said, all, "v1", tools);
    }

    protected override async Task<ChatResponse> ReadCacheAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            byte[] bytes = await store.GetAsync(key, cancellationToken);
            if (bytes is null)
                return null;
            using JsonDocument entry = JsonDocument.Parse(bytes);
            if (entry.RootElement.GetProperty("key").GetString() != key)
                return null;
            ChatResponse response = entry.RootElement.GetProperty("response").Deserialize<ChatResponse>(JsonSerializerOptions);
            (response.AdditionalProperties ??= [])[HitMark.Name] = true;
            return response;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    protected override async Task WriteCacheAsync(string key, ChatResponse value, CancellationToken cancellationToken)
    {
        if (!CourseAnswers.MayKeep(value))
            return;
        var entry = new Dictionary<string, JsonElement>
        {
            ["key"] = JsonSerializer.SerializeToElement(key),
            ["response"] = JsonSerializer.SerializeToElement(value, JsonSerializerOptions),
        };
        var oneDay = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromDays(1) };
        try
        {
            await store.SetAsync(key, JsonSerializer.SerializeToUtf8Bytes(entry), oneDay, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }
}
