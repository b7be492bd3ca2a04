bool MayKeep(ChatResponse response) => response.FinishReason != ChatFinishReason.Length;
