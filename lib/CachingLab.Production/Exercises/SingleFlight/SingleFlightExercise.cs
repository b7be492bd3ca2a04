using CachingLab.Exams;

namespace CachingLab.Production.Exercises.SingleFlight;

/// <summary>One call for all who ask the same at the same time.</summary>
public static class SingleFlightExercise
{
    internal const string LeavesId = "one-leaves-alone";
    internal const string LastId = "last-one-cancels";
    internal const string ForgetsId = "flight-is-forgotten";
    internal const string AnewId = "asks-anew-after-failure";
    internal const string OneCallId = "one-call-for-all";

    public static Exercise<IFlightMaker> Exercise { get; } = new("single-flight", "The single flight", "10-hundred-at-once", "SingleFlight",
    [
        new(OneCallId, "A hundred callers of one key before its answer make one call, and all get its answer", SharingRequirements.OneCallAsync,
            "A second caller comes while the first one's call is under way. What does it find?",
            "Note the task that is under way under its key. A caller that finds one awaits it and asks nothing.",
            "if (!flights.TryGetValue(key, out Flight? flight)) flights[key] = flight = Begin(key, ask); then every caller awaits flight.Task."),
        new("one-call-on-many-threads", "Callers on several threads at the same moment make one call too", SharingRequirements.SameMomentAsync,
            "Two callers look at the same moment and find nobody under way. What does each of them do next?",
            "Look for the key, start the call and note its task in one step, under one lock. ConcurrentDictionary.GetOrAdd may run its factory twice.",
            "lock (gate) { if (!flights.TryGetValue(key, out Flight? flight)) flights[key] = flight = Begin(key, ask); }, then await outside the lock.")
        { After = [OneCallId] },
        new("keys-are-apart", "Two keys neither share a call nor wait for each other", SharingRequirements.KeysApartAsync,
            "The model takes a minute for one key. What does a caller of another key notice?",
            "A lock or a semaphore that is held while the model works holds up everybody. Hold it only to look up and to note.",
            "A Dictionary<string, Flight> with StringComparer.Ordinal has one flight for each key; no await stands inside the lock.")
        { After = [OneCallId] },
        new("failure-reaches-all", "A failure reaches all who wait, as itself", FailureRequirements.ReachesAllAsync,
            "The call throws. Who is told, and what does each catch?",
            "All who await the same task get the same exception. Call ask inside an async method, and what it throws before it returns a task lands in the task too.",
            "async Task<string> FlyAsync(...) { try { return await ask(token); } finally { ...forget... } }, and every caller awaits that one task.")
        { After = [OneCallId] },
        new(AnewId, "After a failure the next caller asks anew", FailureRequirements.AsksAnewAsync,
            "The first call failed. What does your class still know of it?",
            "Forget a flight however it ended, also when ask throws before it returns a task.",
            "finally { lock (gate) flights.Remove(key); } around await ask(token).")
        { After = [OneCallId] },
        new(LeavesId, "One caller's cancellation ends that caller's wait alone, and at once", LeavingRequirements.AloneAsync,
            "The caller that began the call leaves. Should the others lose their answer?",
            "A caller's token ends the caller's wait, not the call. The call gets a token of its own.",
            "return await flight.Task.WaitAsync(cancellationToken); and ask(flight.Leaving.Token), where Leaving is the flight's CancellationTokenSource.")
        { After = [OneCallId] },
        new(LastId, "When the last caller has gone, the call's token is cancelled", LeavingRequirements.LastAsync,
            "Nobody waits any more. Who pays for the rest of the answer?",
            "Count the callers of a flight: one more when a caller joins, one less when it leaves. At none, cancel the call's token.",
            "catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested) { lock (gate) if (--flight.Callers == 0) flight.Leaving.Cancel(); throw; }")
        { After = [LeavesId] },
        new(ForgetsId, "A finished flight is forgotten: the next caller asks anew", SharingRequirements.ForgetsAsync,
            "The answer has been given. Somebody asks the same an hour later. Is your class a cache?",
            "A flight ends with its answer: take it out of the dictionary before its callers go on.",
            "finally { lock (gate) flights.Remove(key); } inside the task that all await.")
        { After = [OneCallId] },
        new("nothing-grows", "Nothing is kept of flights that are over", SharingRequirements.GrowsAsync,
            "A million different questions later, how large is your dictionary?",
            "What was put in for a key, also a semaphore or a counter, has to go when its last caller has gone.",
            "Keep one dictionary, of flights, and remove the key when the flight ends, in every case.")
        { After = [ForgetsId, AnewId, LastId] },
        new("no-cancelled-flight", "A caller that arrives as the last one leaves is not handed the cancelled flight", LeavingRequirements.NotCancelledAsync,
            "The last caller has left, the call was cancelled, and the model takes a second to stop. Who arrives in that second?",
            "Who counts down to none also takes the flight out of the dictionary, under the same lock under which others join.",
            "lock (gate) { if (--flight.Callers == 0) { if (flights.GetValueOrDefault(key) == flight) flights.Remove(key); last = true; } }, "
                + "and remove only your own flight at the end too.")
        { After = [LastId, ForgetsId], Stretch = true },
    ])
    {
        AnswerMinutes = 12,
        FirstStep = "Write the class with a dictionary from a key to the task that is under way, and a lock around it. "
            + "Let a second caller await the first one's task; then take care of failures, and of callers that leave.",
    };
}
