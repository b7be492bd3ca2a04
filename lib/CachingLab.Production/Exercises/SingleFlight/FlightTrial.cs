using CachingLab.Exams;

namespace CachingLab.Production.Exercises.SingleFlight;

/// <summary>One instance of a learner's single flight, what was done with it, and the C# that does the same.</summary>
internal sealed class FlightTrial
{
    private readonly ITestedFlight flight;
    private readonly Exam exam;
    private readonly List<string> script = ["var flight = new SingleFlight();"];
    private readonly List<string> callers = [];
    private int models;

    private FlightTrial(ITestedFlight flight, Exam exam) => (this.flight, this.exam) = (flight, exam);

    public static async Task<FlightTrial> CreateAsync(IFlightMaker maker, Exam exam)
    {
        exam.Try("new SingleFlight();");
        return new FlightTrial(await maker.CreateAsync(exam.CancellationToken), exam);
    }

    public TrialModel Model()
    {
        string name = $"model{++models}";
        script.Add($"var {name} = new HeldModel();");
        return new TrialModel(name, script);
    }

    /// <returns>The caller's number, from 0.</returns>
    public async Task<int> StartAsync(string key, TrialModel model)
    {
        string name = $"caller{callers.Count + 1}";
        script.Add($"var {name} = FlightCaller.Start({Call(key, model)});");
        exam.Try(string.Join('\n', script));
        await flight.StartAsync(key, model, 1, together: false, exam.CancellationToken);
        callers.Add(name);
        return callers.Count - 1;
    }

    public async Task StartAsync(string key, TrialModel model, int count, bool together)
    {
        script.Add($"var callers = FlightCaller.{(together ? nameof(FlightCaller.Together) : nameof(FlightCaller.Start))}({count}, {Call(key, model)});");
        exam.Try(string.Join('\n', script));
        await flight.StartAsync(key, model, count, together, exam.CancellationToken);
        callers.AddRange(Enumerable.Range(0, count).Select(i => $"callers[{i}]"));
    }

    /// <summary>Starts callers of one key, one after another, and lets their call begin.</summary>
    public async Task<int[]> StartInTurnAsync(string key, TrialModel model, int count)
    {
        var started = new int[count];
        for (int i = 0; i < count; i++)
            started[i] = await StartAsync(key, model);
        await CalledAsync(model);
        await SettleAsync();
        return started;
    }

    public async Task LeaveAsync(int caller)
    {
        script.Add($"{callers[caller]}.Leave();");
        await flight.LeaveAsync(caller, exam.CancellationToken);
    }

    /// <summary>Waits until the model has had so many calls, or as long as that could take.</summary>
    public async Task CalledAsync(TrialModel model, int calls = 1)
    {
        script.Add($"await {model.Name}.CalledAsync({(calls == 1 ? "" : GotText.Value(calls))});");
        for (int i = 0; i < Turns.Most && model.Calls < calls; i++)
        {
            // Nobody waits: no call comes any more.
            if (await WaitingAsync(i) is [])
                return;
        }
    }

    /// <summary>Waits until the model's call was cancelled, or as long as that could take.</summary>
    public async Task CancelledAsync(TrialModel model)
    {
        for (int i = 0; i < Turns.Most && model.Cancelled == 0; i++)
            await WaitingAsync(i);
    }

    /// <summary>Lets what is under way go on where nothing more should happen.</summary>
    public async Task SettleAsync()
    {
        for (int i = 0; i < 20; i++)
            await WaitingAsync(i);
    }

    /// <summary>Waits until a caller has its end, or as long as that could take.</summary>
    public async Task<FlightOutcome> EndAsync(int caller, Exception? scripted = null)
    {
        // Of a hundred, the one that is shown waits for itself.
        if (!callers[caller].Contains('[', StringComparison.Ordinal))
            script.Add(Ended(caller));
        for (int i = 0; i < Turns.Most; i++)
        {
            if (!(await WaitingAsync(i)).Contains(caller))
                return await EndedAsync(caller, scripted);
        }

        return new FlightOutcome(FlightCaller.StillWaiting, null, null);
    }

    /// <summary>Throws unless a caller's wait ends with that answer.</summary>
    public async Task AnsweredAsync(int caller, string answer, string tried)
    {
        FlightOutcome end = await EndAsync(caller);
        if (end.Answer != answer)
            throw Unmet(tried, caller, end, $"the answer {CodeText.Literal(answer)}");
    }

    /// <summary>The requirement is not met by how a caller stands.</summary>
    public UnmetException Unmet(string tried, int caller, FlightOutcome outcome, string expected, string scripted = "") =>
        exam.Unmet(tried, outcome.Text, expected, Code($"await {callers[caller]}.ShowAsync({scripted});", Ended(caller)));

    /// <summary>The requirement is not met by how often the model was called.</summary>
    public UnmetException UnmetCalls(string tried, TrialModel model, string expected) =>
        exam.Unmet(tried, GotText.Value(model.Calls), expected, Code($"await {model.Name}.CalledAsync({model.Calls});\nGot.Value({model.Name}.Calls);"));

    /// <summary>The requirement is not met by how many of its calls were cancelled.</summary>
    public UnmetException UnmetCancelled(string tried, TrialModel model, string expected) =>
        exam.Unmet(tried, GotText.Value(model.Cancelled), expected, Code($"Got.Value({model.Name}.Cancelled);"));

    public void Add(string line) => script.Add(line);

    private async Task<IReadOnlyList<int>> WaitingAsync(int turn)
    {
        await Turns.TakeAsync(turn, exam.CancellationToken);
        return await flight.WaitingAsync(exam.CancellationToken);
    }

    private static string Call(string key, TrialModel model) => $"token => flight.AskAsync({CodeText.Literal(key)}, {model.Name}.AskAsync, token)";

    private string Ended(int caller) => $"await {callers[caller]}.EndedAsync();";

    // The question itself waits for what its last line would have waited for.
    private string Code(string question, string last = "") => string.Join('\n', [.. script[^1] == last ? script[..^1] : script, question]);

    // An unwritten stub is reported as one.
    private async Task<FlightOutcome> EndedAsync(int caller, Exception? scripted)
    {
        try
        {
            string? answer = await flight.EndAsync(caller, exam.CancellationToken);
            return new FlightOutcome(GotText.Outcome(answer, null), answer, null);
        }
        catch (AnswerException e) when (!e.Is<NotImplementedException>())
        {
            return new FlightOutcome(GotText.Outcome(null, e, scripted), null, e);
        }
    }
}

/// <summary>How a caller stands.</summary>
/// <param name="Answer">The answer; null when there is none.</param>
/// <param name="Thrown">The exception, or null.</param>
internal sealed record FlightOutcome(string Text, string? Answer, AnswerException? Thrown)
{
    public bool IsCancelled => Thrown?.Is<OperationCanceledException>() is true;
}

/// <summary>The exam's model, and the C# that does the same with one of its name.</summary>
internal sealed class TrialModel(string name, List<string> script) : HeldModel, IAskedModel
{
    /// <summary>The variable in the C# that holds what the calls throw.</summary>
    public const string Failure = "failure";

    public string Name => name;

    public override void Answer(string text)
    {
        script.Add($"{name}.Answer({CodeText.Literal(text)});");
        base.Answer(text);
    }

    public override void Fail(Exception exception)
    {
        script.Add($"{name}.Fail({Failure});");
        base.Fail(exception);
    }

    public override void Refuse(Exception? exception)
    {
        script.Add($"{name}.Refuse({(exception is null ? "null" : Failure)});");
        base.Refuse(exception);
    }
}
