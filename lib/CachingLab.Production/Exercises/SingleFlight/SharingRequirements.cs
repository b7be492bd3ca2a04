using CachingLab.Exams;

namespace CachingLab.Production.Exercises.SingleFlight;

/// <summary>Who shares a call, and for how long.</summary>
internal static class SharingRequirements
{
    private const int Hundred = 100;
    private const int Rounds = 60;
    private const int Kept = 300;

    public static Task OneCallAsync(IFlightMaker maker, Exam exam) => HundredAsync(maker, exam, together: false);

    public static async Task SameMomentAsync(IFlightMaker maker, Exam exam)
    {
        await HundredAsync(maker, exam, together: true);
        await RacesAsync(maker, exam);
    }

    private static async Task HundredAsync(IFlightMaker maker, Exam exam, bool together)
    {
        FlightTrial trial = await FlightTrial.CreateAsync(maker, exam);
        TrialModel model = trial.Model();
        string answer = exam.Word();
        await trial.StartAsync(exam.Word(), model, Hundred, together);
        await trial.CalledAsync(model);
        await trial.SettleAsync();
        if (model.Calls == 0)
            await trial.AnsweredAsync(0, answer, "the first of a hundred callers");
        if (model.Calls > 1)
            throw together ? Several(exam) : trial.UnmetCalls("a hundred callers of one key, all before the answer, and how many calls they made", model, "1");
        model.Answer(answer);
        try
        {
            for (int i = 0; i < Hundred; i++)
                await trial.AnsweredAsync(i, answer, $"number {i + 1} of a hundred callers of one key");
        }
        catch (UnmetException) when (together && model.Calls > 1)
        {
            // A second call came after the look above, and is not answered.
            throw Several(exam);
        }
    }

    // Two threads meet between a look and a note only now and then.
    private static async Task RacesAsync(IFlightMaker maker, Exam exam)
    {
        FlightTrial trial = await FlightTrial.CreateAsync(maker, exam);
        for (int i = 0; i < Rounds; i++)
        {
            TrialModel model = trial.Model();
            await trial.StartAsync($"key {i}", model, 8, together: true);
            await trial.CalledAsync(model);
            if (model.Calls > 1)
                throw Several(exam);
            model.Answer("yes");
        }
    }

    // How many calls it is differs each time.
    private static UnmetException Several(Exam exam) => exam.Unmet("callers of one key on several threads at the same moment", "\"several calls\"", "\"one call\"", $$"""
        var flight = new SingleFlight();
        int most = 0;
        for (int i = 0; i < {{Rounds}}; i++)
        {
            string key = $"key {i}";
            var model = new HeldModel();
            FlightCaller.Together(8, token => flight.AskAsync(key, model.AskAsync, token));
            most = Math.Max(most, model.Calls);
            model.Answer("yes");
        }
        Got.Value(most > 1 ? "several calls" : "one call");
        """);

    public static async Task KeysApartAsync(IFlightMaker maker, Exam exam)
    {
        foreach ((string one, string other) in ((string, string)[])[(exam.Word(), exam.Word()), .. TroubleTexts.LookAlike])
        {
            FlightTrial trial = await FlightTrial.CreateAsync(maker, exam);
            (TrialModel first, TrialModel second) = (trial.Model(), trial.Model());
            int slow = await trial.StartAsync(one, first);
            await trial.CalledAsync(first);
            int quick = await trial.StartAsync(other, second);
            await trial.CalledAsync(second);
            second.Answer("second");
            await trial.AnsweredAsync(quick, "second", "a caller of another key, while the first key's call is under way");
            first.Answer("first");
            await trial.AnsweredAsync(slow, "first", "the caller of the first key, after another key's call was answered");
        }
    }

    public static async Task ForgetsAsync(IFlightMaker maker, Exam exam)
    {
        string key = exam.Word();
        FlightTrial trial = await FlightTrial.CreateAsync(maker, exam);
        TrialModel model = trial.Model();
        foreach (string answer in (string[])["first", "", "third", "fourth"])
        {
            int before = model.Calls;
            int caller = await trial.StartAsync(key, model);
            await trial.CalledAsync(model, before + 1);
            model.Answer(answer);
            await trial.AnsweredAsync(caller, answer, before == 0 ? "the first caller of a key" : "a caller that comes after the flight has ended");
        }
    }

    public static async Task GrowsAsync(IFlightMaker maker, Exam exam)
    {
        foreach (FlightEnd end in Enum.GetValues<FlightEnd>())
        {
            exam.Try($"Got.Value(await KeptKeys.CountAsync({Kept}, FlightEnd.{end}, new SingleFlight().AskAsync));");
            ITestedFlight flight = await maker.CreateAsync(exam.CancellationToken);
            int kept = await flight.CountKeptAsync(Kept, end, exam.CancellationToken);

            // The last one may still be on its way out.
            if (kept > Kept / 10)
                throw exam.Unmet($"{Kept} flights, all over ({Words(end)}), and how many of their keys are still in memory", GotText.Value(kept), "0");
        }
    }

    private static string Words(FlightEnd end) => end switch
    {
        FlightEnd.Answered => "answered",
        FlightEnd.Failed => "failed",
        _ => "left by their only caller",
    };
}
