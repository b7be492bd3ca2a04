using CachingLab.Exams;

namespace CachingLab.Production.Exercises.PatientCall;

/// <summary>Draws patient calls: every kind of failure on each attempt, alone and mixed.</summary>
internal static class PatientDraws
{
    /// <summary>The failures that may pass.</summary>
    public static IReadOnlyList<ModelTurn> Passing { get; } =
    [
        ModelTurn.Fails(ModelFailure.Http), ModelTurn.Status(408), ModelTurn.Status(429), ModelTurn.Status(500), ModelTurn.Status(502), ModelTurn.Status(503),
        ModelTurn.Status(504), ModelTurn.Fails(ModelFailure.Timeout), ModelTurn.Fails(ModelFailure.Stream), ModelTurn.Fails(ModelFailure.Busy),
        ModelTurn.Fails(ModelFailure.BrokenStream), ModelTurn.Throttled(429, null), ModelTurn.Throttled(503, null),
    ];

    /// <summary>The failures that another attempt would meet again.</summary>
    public static IReadOnlyList<ModelTurn> Lasting { get; } =
    [
        .. new[] { 400, 401, 403, 404, 405, 409, 410, 413, 422, 451, 501, 505, 507, 511, 304 }.Select(ModelTurn.Status), ModelTurn.Fails(ModelFailure.Json),
        ModelTurn.Fails(ModelFailure.HalfAnswer), ModelTurn.Fails(ModelFailure.Validation),
    ];

    public static IReadOnlyList<PatientScript> All(Exam exam)
    {
        var scripts = new List<PatientScript>();
        foreach (ModelTurn turn in Passing)
            scripts.AddRange([new(turn, turn, turn), new(turn, Answer(exam))]);
        foreach (ModelTurn turn in Lasting)
            scripts.Add(exam.Random.Next(2) == 0 ? new(turn) : new(Any(exam), turn));
        for (int i = 0; i < 12; i++)
            scripts.Add(new(Any(exam), Any(exam), i % 3 == 0 ? Lasting[exam.Random.Next(Lasting.Count)] : i % 3 == 1 ? Any(exam) : Answer(exam)));
        scripts.AddRange(Enumerable.Range(0, 12).Select(_ => new PatientScript(Answer(exam))));
        scripts.AddRange([new(Any(exam), Any(exam), Answer(exam)) { ThrowsAtOnce = true }, new(Lasting[exam.Random.Next(Lasting.Count)]) { ThrowsAtOnce = true }]);
        return [.. scripts.Select((s, i) => s with
        {
            RequestId = "req-" + exam.Word(4),
            System = exam.Word(),
            User = $"What is {exam.Word()}?",
            Temperature = i % 2 == 0 ? 0.5 : 0.0,
        })];
    }

    private static ModelTurn Any(Exam exam) => Passing[exam.Random.Next(Passing.Count)] with { Message = exam.Word(), Seconds = exam.Random.Next(3) * 0.4 };

    private static ModelTurn Answer(Exam exam)
    {
        string text = exam.Random.Next(5) switch
        {
            0 => "",
            1 => "  Padded.\n",
            2 => "{\"error\": \"overloaded\"}",
            _ => exam.Word(),
        };
        ModelTurn turn = ModelTurn.Text(text);
        return exam.Random.Next(3) == 0 ? turn.Because(((string?[])["length", "content_filter", "tool_calls", null])[exam.Random.Next(4)]) : turn;
    }
}
