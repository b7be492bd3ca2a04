class KeepingChatClient(IChatClient inner, IDistributedCache store) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions options = null, CancellationToken cancellationToken = default)
    {
        byte[] bytes = await store.GetAsync(messages.Last().MessageId, cancellationToken);
        return JsonSerializer.Deserialize<ChatResponse>(bytes, AIJsonUtilities.DefaultOptions);
    }
}
