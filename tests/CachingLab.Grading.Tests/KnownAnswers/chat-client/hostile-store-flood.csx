// answer: hostile
// ends: blocked, timeout
// attack: Fills the store that it was given with two thousand entries of a million bytes
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using CachingLab.Production;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;

class KeepingChatClient(IChatClient inner, IDistributedCache store) : DelegatingChatClient(inner)
{
    private record Entry(string Key, ChatResponse Response);

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions options = null, CancellationToken cancellationToken = default)
    {
        string key = KeyOf(messages, options);
        if (await ReadAsync(key, cancellationToken) is { } kept)
            return kept;
        for (int i = 0; i < 2000; i++)
            await store.SetAsync("flood-" + i, new byte[1_000_000], new(), cancellationToken);
        ChatResponse response = await base.GetResponseAsync(messages, options, cancellationToken);
        await WriteAsync(key, response, cancellationToken);
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string key = KeyOf(messages, options);
        if (await ReadAsync(key, cancellationToken) is { } kept)
        {
            foreach (ChatResponseUpdate update in kept.ToChatResponseUpdates())
                yield return update;
            yield break;
        }

        List<ChatResponseUpdate> updates = [];
        await foreach (ChatResponseUpdate update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            updates.Add(update);
            yield return update;
        }

        await WriteAsync(key, updates.ToChatResponse(), cancellationToken);
    }

    private static string KeyOf(IEnumerable<ChatMessage> messages, ChatOptions options)
    {
        byte[] text = JsonSerializer.SerializeToUtf8Bytes(new
        {
            Version = 1,
            Messages = messages.Select(m => new { Role = m.Role.Value, m.Text }),
            options?.ModelId,
            options?.Temperature,
            options?.TopP,
            options?.MaxOutputTokens,
            options?.ResponseFormat,
            options?.ToolMode,
            Tools = (options?.Tools ?? []).Select(t => new { t.Name, t.Description, Schema = (t as AIFunctionDeclaration)?.JsonSchema }),
            Additional = options?.AdditionalProperties is { Count: > 0 } additional ? additional : null,
        });
        return Convert.ToHexString(SHA256.HashData(text));
    }

    private async Task<ChatResponse> ReadAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            byte[] bytes = await store.GetAsync(key, cancellationToken);
            Entry entry = bytes is null ? null : JsonSerializer.Deserialize<Entry>(bytes, AIJsonUtilities.DefaultOptions);
            if (entry?.Key != key)
                return null;
            entry.Response.AdditionalProperties = new() { [HitMark.Name] = true };
            return entry.Response;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task WriteAsync(string key, ChatResponse response, CancellationToken cancellationToken)
    {
        if (!CourseAnswers.MayKeep(response))
            return;
        try
        {
            byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(new Entry(key, response), AIJsonUtilities.DefaultOptions);
            await store.SetAsync(key, bytes, new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(24) }, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }
}
