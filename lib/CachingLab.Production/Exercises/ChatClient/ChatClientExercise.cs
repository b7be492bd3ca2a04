using CachingLab.Exams;

namespace CachingLab.Production.Exercises.ChatClient;

/// <summary>A chat client that keeps answers in a distributed cache.</summary>
public static class ChatClientExercise
{
    internal const string StoreId = "uses-the-given-store";
    private const string MissId = "miss-calls-once";
    private const string HitId = "hit-makes-no-call";
    private const string ReplayId = "stream-hit-replays";

    public static Exercise<IChatClientMaker> Exercise { get; } = new("chat-client", "The chat client", "09-chat-client", "KeepingChatClient",
    [
        new(MissId, "A miss makes one call with the same request, and returns its answer", CallRequirements.MissAsync,
            "Nothing is stored yet. What does your client ask, with which messages and which options?",
            "On a miss the request goes on as it came: messages, options and token. The key is made from it; the request is not made from the key.",
            "ChatResponse response = await base.GetResponseAsync(messages, options, cancellationToken);"),
        new(HitId, "An equal request makes no call and gets the stored answer", CallRequirements.HitAsync,
            "Two requests say the same in other objects. Do they get one key?",
            "Write all that counts into one text, hash it, and ask the store under the hash before you ask the model.",
            "byte[]? bytes = await store.GetAsync(key, cancellationToken); when it holds an answer: return new ChatResponse(new ChatMessage(ChatRole.Assistant, text));")
        { After = [MissId] },
        new(StoreId, "The store that was passed in is the one that is used", CallRequirements.StoreAsync,
            "Two servers run your class on one store. What does the second know of the first's answers?",
            "A dictionary in the class is known to one process alone, and a static one to every store.",
            "Use store.GetAsync and store.SetAsync, and keep nothing in fields; no part of the key may differ from one instance to the next.")
        { After = [MissId] },
        new("messages-count", "Requests that differ in role, text or order of their messages never share an entry", KeyRequirements.MessagesAsync,
            "Which messages does your key hold: the last one? Their texts alone?",
            "Every message's role and text, in order, in a form that shows where each ends: texts can contain any separator.",
            "messages.Select(m => new { Role = m.Role.Value, m.Text }) as part of what JsonSerializer writes into the key.")
        { After = [MissId] },
        new("options-count", "Requests that differ in model, temperature, top_p, most tokens, response format or tool mode never share an entry", KeyRequirements.OptionsAsync,
            "Which options does your key hold? Is a temperature of 0 the same as none?",
            "ModelId, Temperature, TopP, MaxOutputTokens, ResponseFormat, ToolMode: each by its own name, and null as null. A format is more than its type: its schema counts.",
            "new { options?.ModelId, options?.Temperature, options?.TopP, options?.MaxOutputTokens, options?.ResponseFormat, options?.ToolMode } "
                + "as part of what JsonSerializer writes.")
        { After = [MissId] },
        new("tools-count", "Requests that differ in a tool's name, description or schema never share an entry", KeyRequirements.ToolsAsync,
            "The built-in key leaves the tools out. Does yours?",
            "ChatOptions.Tools is marked as no part of its JSON. Take each tool's name, description and schema yourself.",
            "options?.Tools?.Select(t => new { t.Name, t.Description, Schema = (t as AIFunctionDeclaration)?.JsonSchema })")
        { After = [MissId] },
        new("extras-count", "Requests that differ in additional properties never share an entry", KeyRequirements.AdditionalAsync,
            "Is [1,23] told apart from [12,3]? And the text \"123\" from the number 123?",
            "ToString says too little of a list, and joined texts lose their ends. JSON keeps both.",
            "options?.AdditionalProperties as part of what JsonSerializer writes; an anonymous object's property of that type is written as JSON.")
        { After = [MissId] },
        new("noise-shares", "MessageId, CreatedAt, and null in place of empty options make no other entry", KeyRequirements.NoiseAsync,
            "What in a request would the model never see?",
            "Choose what goes into the key by name; do not serialize whole messages or whole options. Null options and empty ones have the same null in each place.",
            "With options?.Temperature and the like, null options and new ChatOptions() write the same JSON; check that null Tools and empty ones do too.")
        { After = [HitId] },
        new("kept-if-may-keep", "Only what MayKeep lets through is kept, streams included", CallRequirements.KeptAsync,
            "An answer was cut off at max_tokens. Who gets it next?",
            "Ask CourseAnswers.MayKeep before you write. A stream's updates are one response when it has ended.",
            "if (CourseAnswers.MayKeep(response)) await store.SetAsync(...); and for a stream: updates.ToChatResponse().")
        { After = [MissId] },
        new("stream-arrives-live", "A stream is passed on update by update, as it arrives", StreamRequirements.LiveAsync,
            "When does the reader see the first word: when the model has sent it, or when it has sent the last?",
            "Hand each update on at once, and keep a copy for later. Do not await the whole answer first.",
            "await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken)) { updates.Add(update); yield return update; }"),
        new(ReplayId, "A stream that was read to its end is replayed with the same text, without a call", StreamRequirements.ReplayAsync,
            "Does a second, equal stream call the model?",
            "Look into the store before the loop; after the loop, write what was collected.",
            "On a hit: foreach (var update in stored.ToChatResponseUpdates()) yield return update; yield break;"),
        new("stream-kept-at-its-end", "A stream that broke, or was not read to its end, is not kept", StreamRequirements.WholeAsync,
            "The reader leaves after two updates. What is in the store?",
            "A finally block runs for readers who leave, and for streams that break. The lines after the loop do not.",
            "Write to the store after the await foreach, outside of any finally.")
        { After = [ReplayId] },
        new("entries-expire", "Every entry has an absolute expiration", CallRequirements.ExpireAsync,
            "How old can the oldest answer in your store become?",
            "A sliding expiration begins anew with each read: what is asked often never goes.",
            "new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(24) }")
        { After = [MissId] },
        new("dead-store-costs-the-hit", "A store that throws costs nothing but the hit: one call, and its answer", StoreRequirements.DeadAsync,
            "The store is down. Is the model?",
            "A read that throws is a miss; a write that throws is an answer that is not kept. Catch around the store's calls alone, so that the model is never asked twice.",
            "try { bytes = await store.GetAsync(key, cancellationToken); } catch (Exception e) when (e is not OperationCanceledException) { bytes = null; }")
        { After = [MissId] },
        new("torn-entry-is-a-miss", "An entry that is torn is a miss", StoreRequirements.TornAsync,
            "Half of an entry comes back. Could your client tell?",
            "JSON that was cut throws a JsonException; zero bytes do too. Catch it, and go on as after a miss.",
            "catch (JsonException) { return null; } around JsonSerializer.Deserialize, where null means a miss.")
        { After = [HitId] },
        new("foreign-entry-is-a-miss", "An entry that was stored under another key is a miss", StoreRequirements.ForeignAsync,
            "On 20 March 2023 a store handed out other people's entries. Would your client have noticed?",
            "Write the key into the entry too, and compare it on reading.",
            "record Entry(string Key, string Text); if (entry.Key != key), it is a miss.")
        { After = [HitId] },
        new("whole-and-stream-share", "A whole answer and a stream of the same request share an entry", CallRequirements.ShareAsync,
            "The chat page streams, the nightly job does not. Do they pay twice?",
            "Store one form for both: a stream's updates become a response, and a response becomes updates.",
            "One key for both; updates.ToChatResponse() before writing, ToChatResponseUpdates() after reading.")
        { After = [HitId, ReplayId], Stretch = true },
        new("hit-is-marked", "A hit says so in AdditionalProperties, and a miss does not", CallRequirements.MarkedAsync,
            "A hit reports the first call's tokens. How can whoever counts them know that nothing was spent?",
            "Set AdditionalProperties on what you return on a hit, under HitMark.Name; not on what you store.",
            "response.AdditionalProperties = new() { [HitMark.Name] = true }; and the same on the updates of a replayed stream.")
        { After = [HitId, ReplayId], Stretch = true },
    ])
    {
        AnswerMinutes = 17,
        FirstStep = "Override GetResponseAsync alone: make a key, look into the store, call base.GetResponseAsync on a miss, write. "
            + "Run the check, and let its lines lead you on to the streams.",
    };
}
