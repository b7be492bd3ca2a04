// answer: right
// style: two classes: a shelf that knows the store alone, and a client that knows the model alone; an entry keeps each update, and a hit replays them
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

class Shelf(IDistributedCache store)
{
    private static readonly DistributedCacheEntryOptions OneHour = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1) };

    public async Task<List<string>> FindAsync(string key, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            bytes = await store.GetAsync(key, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return null;
        }

        try
        {
            List<string> lines = bytes is null ? null : JsonSerializer.Deserialize<List<string>>(bytes);
            return lines is [var first, .. var rest] && first == key ? rest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task PutAsync(string key, IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            await store.SetAsync(key, JsonSerializer.SerializeToUtf8Bytes(texts.Prepend(key)), OneHour, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
        }
    }
}

class KeepingChatClient : DelegatingChatClient
{
    private readonly Shelf shelf;

    public KeepingChatClient(IChatClient inner, IDistributedCache store)
        : base(inner) => shelf = new Shelf(store);

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions options = null, CancellationToken cancellationToken = default)
    {
        string key = KeyOf(messages, options);
        List<string> found = await shelf.FindAsync(key, cancellationToken);
        if (found is not null)
            return Replay(found).ToChatResponse();
        ChatResponse response = await base.GetResponseAsync(messages, options, cancellationToken);
        if (CourseAnswers.MayKeep(response))
            await shelf.PutAsync(key, [response.Text], cancellationToken);
        return response;
    }

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions options = null, CancellationToken cancellationToken = default) => StreamAsync(messages, options, cancellationToken);

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages, ChatOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string key = KeyOf(messages, options);
        List<string> found = await shelf.FindAsync(key, cancellationToken);
        List<ChatResponseUpdate> updates = found is null ? [] : Replay(found);
        if (found is not null)
        {
            foreach (ChatResponseUpdate update in updates)
                yield return update;
        }
        else
        {
            await foreach (ChatResponseUpdate update in InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken).WithCancellation(cancellationToken))
            {
                yield return update;
                updates.Add(update);
            }

            if (CourseAnswers.MayKeep(updates.ToChatResponse()))
                await shelf.PutAsync(key, updates.Select(u => u.Text), cancellationToken);
        }
    }

    private static List<ChatResponseUpdate> Replay(List<string> texts) => texts
        .Select((text, i) => new ChatResponseUpdate(ChatRole.Assistant, text)
        {
            FinishReason = i == texts.Count - 1 ? ChatFinishReason.Stop : null,
            AdditionalProperties = new() { [HitMark.Name] = true },
        })
        .ToList();

    private static string KeyOf(IEnumerable<ChatMessage> messages, ChatOptions options)
    {
        var parts = new List<object> { 2 };
        foreach (ChatMessage message in messages)
            parts.Add(new[] { message.Role.ToString(), message.Text });
        parts.Add(options?.ModelId);
        parts.Add(options?.Temperature);
        parts.Add(options?.TopP);
        parts.Add(options?.MaxOutputTokens);
        parts.Add(JsonSerializer.Serialize(options?.ResponseFormat, AIJsonUtilities.DefaultOptions));
        parts.Add(JsonSerializer.Serialize(options?.ToolMode, AIJsonUtilities.DefaultOptions));
        foreach (AITool tool in options?.Tools ?? [])
            parts.Add(new[] { tool.Name, tool.Description, tool is AIFunctionDeclaration function ? function.JsonSchema.GetRawText() : tool.GetType().FullName });
        foreach (var (name, value) in options?.AdditionalProperties ?? [])
            parts.Add(new[] { name, JsonSerializer.Serialize(value) });
        return "v2/" + Convert.ToBase64String(SHA512.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)));
    }
}
