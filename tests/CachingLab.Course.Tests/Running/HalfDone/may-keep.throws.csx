bool MayKeep(ChatResponse response) => response.FinishReason.Value == ChatFinishReason.Stop && response.Messages.Single().Text.Length > 0;
