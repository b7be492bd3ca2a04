using CachingLab.Exams;
using CachingLab.Exercises.Calls;

namespace CachingLab.Production.Exercises.SingleFlight;

/// <summary>What becomes of a flight whose call fails.</summary>
internal static class FailureRequirements
{
    // A failure that is a cancellation may come out as another one of its kind.
    private static readonly int[] Plain =
        [.. ExamExceptions.Failures.Index().Where(f => !typeof(OperationCanceledException).IsAssignableFrom(f.Item.Type)).Select(f => f.Index)];

    public static async Task ReachesAllAsync(IFlightMaker maker, Exam exam)
    {
        foreach (int failure in exam.Random.GetItems(Plain, 6))
        {
            await LateAsync(maker, exam, failure);
            await AtOnceAsync(maker, exam, failure);
        }

        await TogetherAsync(maker, exam);
    }

    public static async Task AsksAnewAsync(IFlightMaker maker, Exam exam)
    {
        foreach (bool atOnce in (bool[])[false, true, false])
        {
            FlightTrial trial = await FlightTrial.CreateAsync(maker, exam);
            Exception failure = Failure(trial, exam, exam.Random.GetItems(Plain, 1)[0]);
            TrialModel model = trial.Model();
            string key = exam.Word();
            int first = await FailAsync(trial, model, key, failure, atOnce);
            await trial.EndAsync(first);
            model.Refuse(null);
            int calls = model.Calls;
            int second = await trial.StartAsync(key, model);
            await trial.CalledAsync(model, calls + 1);
            model.Answer("this time");
            await trial.AnsweredAsync(second, "this time", atOnce ? "a caller after a call that threw before it returned a task" : "a caller after a call that failed");
        }
    }

    private static async Task LateAsync(IFlightMaker maker, Exam exam, int number)
    {
        FlightTrial trial = await FlightTrial.CreateAsync(maker, exam);
        Exception failure = Failure(trial, exam, number);
        TrialModel model = trial.Model();
        int[] callers = await trial.StartInTurnAsync(exam.Word(), model, 3);
        model.Fail(failure);
        foreach (int caller in callers)
            await ItselfAsync(trial, caller, failure, $"number {caller + 1} of three callers whose call fails");
    }

    private static async Task AtOnceAsync(IFlightMaker maker, Exam exam, int number)
    {
        FlightTrial trial = await FlightTrial.CreateAsync(maker, exam);
        Exception failure = Failure(trial, exam, number);
        TrialModel model = trial.Model();
        int caller = await FailAsync(trial, model, exam.Word(), failure, atOnce: true);
        await ItselfAsync(trial, caller, failure, "a caller whose call throws before it returns a task");
    }

    // Who had joined when the call threw must not wait forever.
    private static async Task TogetherAsync(IFlightMaker maker, Exam exam)
    {
        for (int i = 0; i < 20; i++)
        {
            FlightTrial trial = await FlightTrial.CreateAsync(maker, exam);
            Exception failure = Failure(trial, exam, Plain[0]);
            TrialModel model = trial.Model();
            model.Refuse(failure);
            await trial.StartAsync(exam.Word(), model, 4, together: true);
            for (int caller = 0; caller < 4; caller++)
                await ItselfAsync(trial, caller, failure, "one of four callers at once whose call throws before it returns a task");
        }
    }

    private static async Task<int> FailAsync(FlightTrial trial, TrialModel model, string key, Exception failure, bool atOnce)
    {
        if (atOnce)
            model.Refuse(failure);
        int caller = await trial.StartAsync(key, model);
        await trial.CalledAsync(model);
        if (!atOnce)
            model.Fail(failure);
        return caller;
    }

    private static async Task ItselfAsync(FlightTrial trial, int caller, Exception failure, string tried)
    {
        FlightOutcome end = await trial.EndAsync(caller, failure);
        if (!ReferenceEquals(end.Thrown?.Original, failure))
            throw trial.Unmet(tried, caller, end, $"the {failure.GetType().Name} that the call threw, itself", TrialModel.Failure);
    }

    private static Exception Failure(FlightTrial trial, Exam exam, int number)
    {
        string message = exam.Word();
        trial.Add($"var {TrialModel.Failure} = {ExamExceptions.Failures[number].Code(message)};");
        return ExamExceptions.Make(number, message)!;
    }
}
