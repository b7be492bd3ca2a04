using System.Diagnostics.CodeAnalysis;

namespace CachingLab.Exercises.ExtendedKey;

/// <summary>A request type that no learner has seen. A key function must be right for it too.</summary>
/// <param name="Model">The model's name, as the provider spells it.</param>
/// <param name="SystemPrompt">The instructions that come before the conversation.</param>
/// <param name="UserPrompt">The text the user wrote.</param>
/// <param name="Temperature">How freely the model samples.</param>
/// <param name="Region">Where the model runs, or null for anywhere.</param>
public sealed record FutureLlmRequest(string Model, string SystemPrompt, string UserPrompt, double Temperature = 0.0, string? Region = null)
    : LlmRequest(Model, SystemPrompt, UserPrompt, Temperature)
{
    /// <summary>Where the model runs, or null for anywhere. Only the constructor sets it.</summary>
    public string? Region { get; } = Region;

    /// <summary>Where the model runs when that region cannot be reached, or null.</summary>
    public string? Reserve { get; init; }

    /// <summary>The seed of the model's sampling, or null for a new one each time.</summary>
    public long? Seed { get; init; }

    /// <summary>Whether the answer comes with the model's reasons.</summary>
    public bool Explain { get; init; }

    /// <summary>How long the model may think.</summary>
    public FutureEffort Effort { get; init; }

    /// <summary>Texts that the answer may begin with, in order, in a collection without an indexer.</summary>
    public IReadOnlyCollection<string> Start { get; init; } = [];

    /// <summary>Texts that end the answer, in order; null for the model's own.</summary>
    public IReadOnlyList<string>? Stop { get; init; }

    /// <summary>The shape of the answer, or null for free text.</summary>
    public FutureFormat? Format { get; init; }

    /// <summary>How much likelier the model makes each word, or null.</summary>
    public IReadOnlyDictionary<string, double>? Bias { get; init; }

    /// <summary>What the answer may cost.</summary>
    public decimal Budget { get; init; }

    /// <summary>The date at which the model's knowledge should end, or null.</summary>
    public DateTimeOffset? KnownUntil { get; init; }

    /// <summary>The request that this one follows, or null.</summary>
    public LlmRequest? Previous { get; init; }

    /// <summary>When the request was made, in UTC.</summary>
    public DateTime Asked { get; init; }

    /// <summary>Tables that the prompt speaks of, each with rows of numbers.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<int>>> Tables { get; init; } = [];

    /// <summary>The marks that earlier answers got, in order; null for one that nobody marked.</summary>
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
/// <param name="Name">The shape's name.</param>
/// <param name="Schema">Its description, or null.</param>
public sealed record FutureFormat(string Name, string? Schema)
{
    /// <summary>Whether the model must keep to this shape.</summary>
    public bool Strict { get; init; }

    /// <summary>The shape of the answer's parts, or null.</summary>
    public FutureFormat? Part { get; init; }

    /// <summary>Examples of the shape.</summary>
    public IReadOnlyList<FutureMessage> Samples { get; init; } = [];
}

/// <summary>One turn of a conversation that a request of the future carries.</summary>
/// <param name="Role">Who speaks.</param>
/// <param name="Text">What is said.</param>
public sealed record FutureMessage(string Role, string Text)
{
    /// <summary>The names of the attached files, in order.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}

/// <summary>A second request type that no learner has seen, with lists of records.</summary>
/// <param name="Model">The model's name, as the provider spells it.</param>
/// <param name="SystemPrompt">The instructions that come before the conversation.</param>
/// <param name="UserPrompt">The text the user wrote.</param>
/// <param name="Temperature">How freely the model samples.</param>
public record FutureExtendedLlmRequest(string Model, string SystemPrompt, string UserPrompt, double Temperature = 0.0)
    : ExtendedLlmRequest(Model, SystemPrompt, UserPrompt, Temperature)
{
    /// <summary>How strongly the model avoids repeating itself, or null for the provider's default.</summary>
    public double? Penalty { get; init; }

    /// <summary>The conversation so far, in order.</summary>
    public IReadOnlyList<FutureMessage> History { get; init; } = [];
}

/// <summary>Types with the names of other types: a key function must not take the fields of one for those of the other.</summary>
[SuppressMessage("Design", "CA1034", Justification = "Types of one name stand in different places.")]
public static class FutureChat
{
    /// <summary>A request type two steps below the one it extends.</summary>
    /// <param name="Model">The model's name, as the provider spells it.</param>
    /// <param name="SystemPrompt">The instructions that come before the conversation.</param>
    /// <param name="UserPrompt">The text the user wrote.</param>
    /// <param name="Temperature">How freely the model samples.</param>
    public sealed record FutureLlmRequest(string Model, string SystemPrompt, string UserPrompt, double Temperature = 0.0)
        : FutureExtendedLlmRequest(Model, SystemPrompt, UserPrompt, Temperature)
    {
        /// <summary>What the conversation is about, or null.</summary>
        public string? Topic { get; init; }

        /// <summary>How the answer is read out, or null.</summary>
        public FutureFormat? Speech { get; init; }
    }

    /// <summary>How an answer is read out.</summary>
    /// <param name="Voice">Who speaks.</param>
    /// <param name="Pace">How fast.</param>
    public sealed record FutureFormat(string Voice, string Pace);
}
