using System.Diagnostics.CodeAnalysis;

namespace CachingLab.Exercises.ExtendedKey;

/// <summary>A request type that no learner has seen. A key function must be right for it too.</summary>
public sealed record FutureLlmRequest(string Model, string SystemPrompt, string UserPrompt, double Temperature = 0.0, string? Region = null)
    : LlmRequest(Model, SystemPrompt, UserPrompt, Temperature)
{
    /// <summary>Where the model runs, or null for anywhere. Only the constructor sets it.</summary>
    public string? Region { get; } = Region;

    public string? Reserve { get; init; }

    public long? Seed { get; init; }

    public bool Explain { get; init; }

    public FutureEffort Effort { get; init; }

    /// <summary>Texts that the answer may begin with, in order, in a collection without an indexer.</summary>
    public IReadOnlyCollection<string> Start { get; init; } = [];

    public IReadOnlyList<string?>? Stop { get; init; }

    public FutureFormat? Format { get; init; }

    public IReadOnlyDictionary<string, double>? Bias { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public decimal Budget { get; init; }

    public DateTimeOffset? KnownUntil { get; init; }

    public LlmRequest? Previous { get; init; }

    public DateTime Asked { get; init; }

    public IReadOnlyList<IReadOnlyList<IReadOnlyList<int>>> Tables { get; init; } = [];

    public IReadOnlyList<int?> Marks { get; init; } = [];
}

/// <summary>How long a model of the future may think.</summary>
public enum FutureEffort
{
    None = 0,
    Low = 1,
    High = 2,
}

/// <summary>The shape that a model of the future is asked to answer in.</summary>
public sealed record FutureFormat(string Name, string? Schema)
{
    public bool Strict { get; init; }

    public FutureFormat? Part { get; init; }

    public IReadOnlyList<FutureMessage> Samples { get; init; } = [];
}

/// <summary>One turn of a conversation that a request of the future carries.</summary>
public sealed record FutureMessage(string Role, string Text)
{
    public IReadOnlyList<string> Files { get; init; } = [];
}

/// <summary>A second request type that no learner has seen, with lists of records.</summary>
public record FutureExtendedLlmRequest(string Model, string SystemPrompt, string UserPrompt, double Temperature = 0.0)
    : ExtendedLlmRequest(Model, SystemPrompt, UserPrompt, Temperature)
{
    public double? Penalty { get; init; }

    public IReadOnlyList<FutureMessage> History { get; init; } = [];
}

/// <summary>Types with the names of other types: a key function must not take the fields of one for those of the other.</summary>
[SuppressMessage("Design", "CA1034", Justification = "Types of one name stand in different places.")]
public static class FutureChat
{
    /// <summary>A request type two steps below the one it extends.</summary>
    public sealed record FutureLlmRequest(string Model, string SystemPrompt, string UserPrompt, double Temperature = 0.0)
        : FutureExtendedLlmRequest(Model, SystemPrompt, UserPrompt, Temperature)
    {
        public string? Topic { get; init; }

        public FutureFormat? Speech { get; init; }
    }

    /// <summary>How an answer is read out.</summary>
    public sealed record FutureFormat(string Voice, string Pace);
}
