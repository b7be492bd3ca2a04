using System.Globalization;
using CachingLab.Exams;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.PatientCall;

/// <summary>A patient call to make: what is asked, and what the model does on each attempt. After the last turn the model repeats it.</summary>
/// <param name="Turns">The turns of the model, in order.</param>
public sealed record PatientScript(params IReadOnlyList<ModelTurn> Turns)
{
    public string RequestId { get; init; } = "req-1";

    public string System { get; init; } = "Be brief.";

    public string User { get; init; } = "Where is my parcel?";

    /// <summary>The options' temperature; with null there are no options at all.</summary>
    public double? Temperature { get; init; } = 0.5;

    /// <summary>The seconds after the first failure at which the caller cancels, or null.</summary>
    public double? CancelAfter { get; init; }

    /// <summary>Whether the client throws before it returns a task.</summary>
    public bool ThrowsAtOnce { get; init; }

    internal ChatAsk Ask => new(
        [new AskMessage("system", System), new AskMessage("user", User)], Temperature is null ? null : new AskOptions { Model = "demo", Temperature = Temperature });

    /// <summary>The turn of an attempt, counted from 0.</summary>
    internal ModelTurn Turn(int attempt) => Turns[Math.Min(attempt, Turns.Count - 1)];

    /// <summary>How many attempts there should be when no wait is too long.</summary>
    internal int Attempts => Enumerable.Range(1, 3).First(n => n == 3 || !Turn(n - 1).MayPass);

    internal string Words => string.Join(", then ", Turns.Select(t => t.Words))
        + (Turns[^1].Answer is null && Attempts > Turns.Count ? " each time" : "") + (ThrowsAtOnce ? ", thrown before there is a task" : "")
        + (Temperature is null ? ", without options" : "");

    private static readonly ChatReply Simple = ModelTurn.Text("On its way.").Answer!;

    /// <summary>The same call with less in it, the simplest first.</summary>
    internal IEnumerable<PatientScript> Simpler()
    {
        var plain = new PatientScript(Turns) { CancelAfter = CancelAfter };
        yield return plain;
        yield return plain with { Temperature = Temperature };
        for (int i = 0; i < Turns.Count && Turns.Count > 1; i++)
            yield return this with { Turns = [.. Turns.Take(i), .. Turns.Skip(i + 1)] };
        for (int i = 0; i < Turns.Count; i++)
        {
            if (Turns[i] is { SetsBack: true } odd)
                yield return this with { Turns = [.. Turns.Take(i), odd with { SetsBack = false }, .. Turns.Skip(i + 1)] };
            if (Turns[i] is { Seconds: > 0 } slow)
                yield return this with { Turns = [.. Turns.Take(i), slow with { Seconds = 0, SetsBack = false }, .. Turns.Skip(i + 1)] };
            if (Turns[i] is { Answer: { } answer } answering && answer != Simple)
                yield return this with { Turns = [.. Turns.Take(i), answering with { Answer = Simple }, .. Turns.Skip(i + 1)] };
            if (Turns[i] is { Message: not ModelTurn.UsualMessage } talking)
                yield return this with { Turns = [.. Turns.Take(i), talking with { Message = ModelTurn.UsualMessage }, .. Turns.Skip(i + 1)] };
        }
    }

    /// <summary>C# that makes the call and keeps it as <c>run</c>.</summary>
    internal string Code()
    {
        string turns = string.Join(", ", Turns.Select(t => t.MakeCode()));
        var plain = new PatientScript(Turns);
        string[] set =
        [
            .. Set(RequestId != plain.RequestId, "RequestId", RequestText.Text(RequestId)), .. Set(System != plain.System, "System", RequestText.Text(System)),
            .. Set(User != plain.User, "User", RequestText.Text(User)),
            .. Set(Temperature != plain.Temperature, "Temperature", Temperature is { } warm ? CodeText.Literal(warm) : "null"),
            .. Set(CancelAfter is not null, "CancelAfter", CancelAfter?.ToString(CultureInfo.InvariantCulture) ?? ""), .. Set(ThrowsAtOnce, "ThrowsAtOnce", "true"),
        ];
        string script = set is [] ? turns : $"new PatientScript({turns}) {{ {string.Join(", ", set)} }}";
        return $"using CachingLab.Production.Exercises.PatientCall;\nvar run = await PatientRun.OfAsync(AskPatientlyAsync, {script});";
    }

    private static string[] Set(bool differs, string name, string value) => differs ? [$"{name} = {value}"] : [];
}
