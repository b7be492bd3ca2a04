using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.ML.Tokenizers;

namespace CachingLab.Production;

/// <summary>A provider without a network that caches what prompts begin with, as large providers do. It answers the last message of the user in capitals.</summary>
/// <remarks>It compares texts. A real provider compares tokens, often in blocks, and does not promise a hit.</remarks>
/// <param name="price">What it charges, and whether its input count includes cached tokens.</param>
public sealed class PrefixCacheProvider(ModelPrice price, TimeProvider time) : IChatClient
{
    private static readonly Lazy<Tokenizer> O200k = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> prompts = new(StringComparer.Ordinal);

    /// <summary>A shorter common beginning is not cached.</summary>
    public int MinimumTokens { get; init; } = 1_024;

    /// <summary>How long a prompt stays in the cache after it was sent last.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(5);

    public int Calls { get; private set; }

    /// <summary>The input tokens at the full price.</summary>
    public long FreshTokens { get; private set; }

    /// <summary>The input tokens that were read from the cache.</summary>
    public long CachedTokens { get; private set; }

    public long OutputTokens { get; private set; }

    /// <summary>What the provider charges for all requests so far.</summary>
    public decimal Bill =>
        ((FreshTokens * price.InputPerMillion) + (CachedTokens * price.CachedInputPerMillion) + (OutputTokens * price.OutputPerMillion)) / 1_000_000;

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ChatMessage[] all = [.. messages];
        string prompt = Written(options?.Tools ?? [], all);
        string answer = all.LastOrDefault(m => m.Role == ChatRole.User)?.Text.ToUpperInvariant() ?? "";
        lock (gate)
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer)) { FinishReason = ChatFinishReason.Stop, Usage = Count(prompt, answer) });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatResponse response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (ChatResponseUpdate update in response.ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing is held.
    }

    /// <summary>The longest beginning that the prompt shares with one in the cache. The prompt is cached from now on.</summary>
    internal string Recall(string prompt)
    {
        DateTimeOffset now = time.GetUtcNow();
        int longest = prompts.Where(p => now - p.Value < Lifetime).Select(p => p.Key.AsSpan().CommonPrefixLength(prompt)).DefaultIfEmpty().Max();
        prompts[prompt] = now;
        return prompt[..longest];
    }

    /// <summary>The prompt as the model reads it: tools first, then the messages in order.</summary>
    internal static string Written(IEnumerable<AITool> tools, IEnumerable<ChatMessage> messages)
    {
        var prompt = new StringBuilder();
        foreach (AITool tool in tools)
            prompt.Append(CultureInfo.InvariantCulture, $"<tool>{tool.Name}: {tool.Description} {(tool as AIFunctionDeclaration)?.JsonSchema}\n");
        foreach (ChatMessage message in messages)
            prompt.Append(CultureInfo.InvariantCulture, $"<{message.Role.Value}>{message.Text}\n");
        return prompt.ToString();
    }

    private UsageDetails Count(string prompt, string answer)
    {
        int all = O200k.Value.CountTokens(prompt), output = O200k.Value.CountTokens(answer);
        int shared = O200k.Value.CountTokens(Recall(prompt));
        int cached = shared < MinimumTokens ? 0 : Math.Min(shared, all);
        Calls++;
        FreshTokens += all - cached;
        CachedTokens += cached;
        OutputTokens += output;
        int input = price.InputIncludesCached ? all : all - cached;
        return new UsageDetails { InputTokenCount = input, CachedInputTokenCount = cached, OutputTokenCount = output, TotalTokenCount = all + output };
    }
}

/// <summary>What a provider charges for a million tokens, and how it counts them.</summary>
/// <param name="InputPerMillion">The price of a million input tokens that were not in the provider's cache.</param>
/// <param name="CachedInputPerMillion">The price of a million input tokens that were read from the provider's cache.</param>
/// <param name="InputIncludesCached">Whether the provider's count of input tokens includes those that were read from the cache.</param>
public sealed record ModelPrice(decimal InputPerMillion, decimal CachedInputPerMillion, decimal OutputPerMillion, bool InputIncludesCached);
