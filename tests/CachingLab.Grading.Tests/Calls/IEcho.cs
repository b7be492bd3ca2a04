using CachingLab.Exams;

namespace CachingLab.Grading.Tests.Calls;

/// <summary>A method of every form that can cross.</summary>
public interface IEcho
{
    string? Text(string? text);

    Task DoneAsync();

    Task<IReadOnlyList<LlmRequest>> RequestsAsync(IReadOnlyList<LlmRequest> requests);

    Task<string> AskAsync(ILlmClient llm, LlmRequest request, CancellationToken cancellationToken);

    IAsyncEnumerable<int> CountAsync(int from, IObserverOfCount observer, CancellationToken cancellationToken);

    Task<IEcho> SelfAsync(IEcho other);

    Task<int> WaitAsync(TimeProvider time, TimeSpan delay);

    Task<Everything> EverythingAsync(Everything value);

    [Notice]
    void Note(string text);
}

/// <summary>Is told how far a count is.</summary>
public interface IObserverOfCount
{
    [Notice]
    void At(int number);
}

/// <summary>A value of every shape.</summary>
public sealed record Everything(bool Flag, byte Small, char Letter, int Number, long Large, double Real, decimal Exact, string? Text)
{
    public ReadOnlyMemory<byte> Memory { get; init; }

    public TimeSpan Span { get; init; }

    public DateTimeOffset Time { get; init; }

    public DayOfWeek Day { get; init; }

    public int? Perhaps { get; init; }

    public object? Any { get; init; }

    public IReadOnlyList<string?> Texts { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<Everything>> Deep { get; init; } = [];

    public Everything? Inner { get; init; }
}
