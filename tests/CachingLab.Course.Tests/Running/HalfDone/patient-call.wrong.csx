async Task<ChatResponse> AskPatientlyAsync(string requestId, IChatClient client, IList<ChatMessage> messages,
    ChatOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
{
    for (int attempt = 0; ; attempt++)
    {
        try
        {
            return await client.GetResponseAsync(messages, options, cancellationToken);
        }
        catch (HttpRequestException error) when (attempt < 3)
        {
            logger.LogWarning($"llm_call_failed {requestId} {error.Message}");
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
        }
    }
}
