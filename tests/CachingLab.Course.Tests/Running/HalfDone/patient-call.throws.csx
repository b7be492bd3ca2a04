async Task<ChatResponse> AskPatientlyAsync(string requestId, IChatClient client, IList<ChatMessage> messages,
    ChatOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
{
    ChatResponse response = await client.GetResponseAsync(messages, options, cancellationToken);
    logger.LogInformation("llm_call_ok {RequestId} {Model} {LatencySeconds}", requestId);
    return response;
}
