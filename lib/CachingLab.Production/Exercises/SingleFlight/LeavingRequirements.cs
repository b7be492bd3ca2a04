using CachingLab.Exams;

namespace CachingLab.Production.Exercises.SingleFlight;

/// <summary>What becomes of a flight whose callers leave.</summary>
internal static class LeavingRequirements
{
    private const string Cancelled = "an OperationCanceledException";

    public static async Task AloneAsync(IFlightMaker maker, Exam exam)
    {
        // Each place in the line leaves once; the first is the one that began the call.
        foreach (int leaving in (int[])[0, 1, 2])
        {
            FlightTrial trial = await FlightTrial.CreateAsync(maker, exam);
            TrialModel model = trial.Model();
            int[] callers = await trial.StartInTurnAsync(exam.Word(), model, 3);
            await trial.LeaveAsync(callers[leaving]);
            FlightOutcome left = await trial.EndAsync(callers[leaving]);
            if (!left.IsCancelled)
                throw trial.Unmet($"number {leaving + 1} of three callers, which has cancelled before the answer", callers[leaving], left, Cancelled);
            await trial.SettleAsync();
            if (model.Cancelled > 0)
                throw trial.UnmetCancelled($"number {leaving + 1} of three callers leaves, and how many calls are cancelled", model, "0");
            model.Answer("still there");
            foreach (int caller in callers.Where(c => c != callers[leaving]))
                await trial.AnsweredAsync(caller, "still there", $"number {caller + 1} of three callers, of which number {leaving + 1} has cancelled");
        }
    }

    public static async Task LastAsync(IFlightMaker maker, Exam exam)
    {
        foreach (int[] order in (int[][])[[0], [0, 1, 2], [2, 0, 1]])
        {
            FlightTrial trial = await FlightTrial.CreateAsync(maker, exam);
            TrialModel model = trial.Model();
            await trial.StartInTurnAsync(exam.Word(), model, order.Length);
            foreach (int caller in order)
                await trial.LeaveAsync(caller);
            await trial.CancelledAsync(model);
            if (model.Cancelled == 0)
                throw trial.UnmetCancelled($"{(order.Length == 1 ? "the only caller leaves" : "three callers leave")}, and how many calls are cancelled", model, "1");
        }
    }

    public static async Task NotCancelledAsync(IFlightMaker maker, Exam exam)
    {
        for (int i = 0; i < 4; i++)
        {
            FlightTrial trial = await FlightTrial.CreateAsync(maker, exam);
            (TrialModel first, TrialModel second) = (trial.Model(), trial.Model());
            string key = exam.Word();
            int leaving = await trial.StartAsync(key, first);
            await trial.CalledAsync(first);
            await trial.LeaveAsync(leaving);

            // Sometimes the cancelled call stops only after the next one has begun, and must not take that one along.
            int arriving = await trial.StartAsync(key, second);
            await trial.CalledAsync(second);
            if (i % 2 == 1)
            {
                first.Answer("too late");
                trial.Add("await Task.Delay(300);");
            }

            await trial.SettleAsync();
            int joining = await trial.StartAsync(key, second);
            await trial.SettleAsync();
            second.Answer("anew");
            await trial.AnsweredAsync(arriving, "anew", "a caller that arrives after the last one has left and before its call has stopped");
            await trial.AnsweredAsync(joining, "anew", "another caller that joins the new flight");
            if (second.Calls > 1)
                throw trial.UnmetCalls("two callers that arrive after the last one has left, and how many calls they make", second, "1");
        }
    }
}
