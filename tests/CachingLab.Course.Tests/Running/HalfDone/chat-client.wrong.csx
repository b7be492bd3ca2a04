class KeepingChatClient(IChatClient inner, IDistributedCache store) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions options = null, CancellationToken cancellationToken = default)
    {
        string key = messages.Last().Text;
        byte[] bytes = await store.GetAsync(key, cancellationToken);
        if (bytes is not null)
            return JsonSerializer.Deserialize<ChatResponse>(bytes, AIJsonUtilities.DefaultOptions);
        ChatResponse response = await base.GetResponseAsync(messages, options, cancellationToken);
        await store.SetAsync(key, JsonSerializer.SerializeToUtf8Bytes(response, AIJsonUtilities.DefaultOptions), new(), cancellationToken);
        return response;
    }
}
