using System.Text.Json.Serialization;

namespace CachingLab.Sandbox.Protocol;

/// <summary>What crosses the pipe between the exam and the process that runs the learner's code: plain data, nothing else.</summary>
/// <remarks>An ask has a positive <see cref="Id"/>, its reply the same one; a notice has 0 and no reply.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(RunProgram), "run")]
[JsonDerivedType(typeof(WarmUp), "warm-up")]
[JsonDerivedType(typeof(PlaceFile), "place-file")]
[JsonDerivedType(typeof(MakeKeys), "make-keys")]
[JsonDerivedType(typeof(OpenCache), "open-cache")]
[JsonDerivedType(typeof(GetEntry), "get")]
[JsonDerivedType(typeof(GetEntries), "get-many")]
[JsonDerivedType(typeof(SetEntry), "set")]
[JsonDerivedType(typeof(SetSeries), "set-many")]
[JsonDerivedType(typeof(CallLogged), "call-logged")]
[JsonDerivedType(typeof(CallCached), "call-cached")]
[JsonDerivedType(typeof(AskPolicy), "policy")]
[JsonDerivedType(typeof(Complete), "complete")]
[JsonDerivedType(typeof(ReadEntry), "read-entry")]
[JsonDerivedType(typeof(StoreEntry), "store-entry")]
[JsonDerivedType(typeof(AddLog), "log")]
[JsonDerivedType(typeof(CellStarted), "cell-started")]
[JsonDerivedType(typeof(CellEnded), "cell-ended")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(TextReply), "text")]
[JsonDerivedType(typeof(TextsReply), "texts")]
[JsonDerivedType(typeof(FlagReply), "flag")]
[JsonDerivedType(typeof(HandleReply), "handle")]
[JsonDerivedType(typeof(ThrownReply), "thrown")]
public abstract record Message
{
    /// <summary>Pairs a reply with its ask; 0 where no reply is wanted.</summary>
    public int Id { get; init; }

    /// <summary>Whether this answers an ask.</summary>
    [JsonIgnore]
    public virtual bool IsReply => false;
}
