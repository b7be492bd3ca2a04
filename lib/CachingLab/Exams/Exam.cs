namespace CachingLab.Exams;

/// <summary>What a requirement can use while it runs.</summary>
/// <param name="terms">The seed, the limits and the surroundings of the work.</param>
/// <param name="kept">The results that requirements of the same exam share.</param>
public sealed class Exam(Random random, ExamTerms terms, CancellationToken cancellationToken, IDictionary<string, object>? kept = null)
{
    private readonly IDictionary<string, object> kept = kept ?? new Dictionary<string, object>();

    /// <summary>Draws the inputs that are not fixed; seeded by the exam's seed and the requirement's id.</summary>
    public Random Random { get; } = random;

    /// <summary>Pass it to every call of the work.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>What the compiled code of the answer contains; null when it cannot be read, as in some notebook engines.</summary>
    public AnswerCode? Code => terms.Code;

    /// <summary>A folder that the work may write in and the exam may read.</summary>
    /// <exception cref="InvalidOperationException">This exam has none.</exception>
    public ExamFolder Folder => terms.Folder?.Value ?? throw new InvalidOperationException("this exam has no folder");

    private Func<string> trying = () => "";
    private Func<string>? calling;

    /// <summary>The C# that makes the call and prints its outcome. It is the counterexample if the learner's code throws.</summary>
    public string Trying => trying();

    /// <summary>The call that is about to be made, in one line.</summary>
    public string Calling => calling?.Invoke() ?? CodeText.LastLine(Trying).TrimEnd(';');

    /// <summary>Returns a result that several requirements judge; the first one that asks creates it.</summary>
    public async Task<T> OnceAsync<T>(string name, Func<Task<T>> make)
        where T : class
    {
        if (kept.TryGetValue(name, out object? known))
            return (T)known;
        T made = await make();
        kept[name] = made;
        return made;
    }

    /// <summary>Registers the call that is made next.</summary>
    /// <param name="code">C# that a learner can paste into a cell below the answer; it prints the call's outcome, as <see cref="Got"/> does.</param>
    /// <param name="call">The call alone, or what several calls do; the last line of <paramref name="code"/> when left out.</param>
    public void Try(string code, string? call = null) => Try(() => code, call is null ? null : () => call);

    /// <summary>Registers the call that is made next, with C# that is only generated when it is needed.</summary>
    /// <param name="code">Generates the C#; called before the next <c>Try</c>, if at all.</param>
    /// <param name="call">The call alone, or what several calls do; the last line of <paramref name="code"/> when left out.</param>
    public void Try(Func<string> code, Func<string>? call = null) => (trying, calling) = (code, call);

    /// <summary>Starts the same work in a new process.</summary>
    /// <exception cref="NotRunException">There can be no second process here, as in a notebook.</exception>
    public async Task<TWork> InAnotherProcessAsync<TWork>() => terms.InAnotherProcess is { } another
        ? (TWork)await another(CancellationToken)
        : throw new NotRunException($"needs a second process: checked by {LabCall.Name} and dotnet test") { ByGrader = true };

    /// <summary>Ends the requirement as not met.</summary>
    /// <param name="code">C# that shows it; the last <see cref="Try(string, string)"/> when left out.</param>
    public UnmetException Unmet(string tried, string got, string expected, string? code = null) =>
        new(new Counterexample(tried, got, expected, code ?? Trying));

    /// <summary>The whole numbers in the answer's code between two limits.</summary>
    public IEnumerable<int> Numbers(int least, int most) =>
        (Code?.Numbers ?? []).Where(n => n >= least && n <= most && n == Math.Floor(n)).Select(n => (int)n).Distinct();

    /// <summary>A word of random lower-case letters that no fixed input contains.</summary>
    /// <param name="length">How many letters.</param>
    public string Word(int length = 8) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('a' + Random.Next(26))));
}

/// <summary>The conditions of an exam.</summary>
/// <param name="Seed">The seed of the random inputs.</param>
/// <param name="Limit">How long each requirement may take; once one takes longer, the rest is not run.</param>
public sealed record ExamTerms(int Seed, TimeSpan Limit)
{
    /// <summary>What the compiled code of the answer contains; null when it cannot be read, as in some notebook engines.</summary>
    public AnswerCode? Code { get; init; }

    /// <summary>A folder that the work may write in and the exam may read, created at its first use; null when there is none.</summary>
    public Lazy<ExamFolder>? Folder { get; init; }

    /// <summary>Starts the same work in a new process; null when there can be no second process.</summary>
    public Func<CancellationToken, Task<object>>? InAnotherProcess { get; init; }
}
