string MakeCacheKeyTodo(LlmRequest request) => Sha(JsonSerializer.Serialize(request));
