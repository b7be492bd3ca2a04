namespace CachingLab.Sandbox.Protocol;

/// <summary>What stands first in a frame: which message it holds.</summary>
internal enum MessageKind : byte
{
    None = 0,
    RunProgram,
    WarmUp,
    PlaceFile,
    MakeKeys,
    OpenCache,
    GetEntry,
    GetEntries,
    SetEntry,
    SetSeries,
    CallLogged,
    CallCached,
    AskPolicy,
    Complete,
    ReadEntry,
    StoreEntry,
    AddLog,
    CellStarted,
    CellEnded,
    Done,
    TextReply,
    TextsReply,
    FlagReply,
    HandleReply,
    ThrownReply,
    CompileCells,
    CompilingCell,
    CompiledCells,
}
