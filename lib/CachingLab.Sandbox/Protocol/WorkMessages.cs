namespace CachingLab.Sandbox.Protocol;

/// <summary>The work calls the exam's model.</summary>
public sealed record Complete(int Llm, WireRequest Request) : Message;

/// <summary>The work calls <c>Get</c> of the exam's cache.</summary>
public sealed record ReadEntry(int Cache, string Key) : Message;

/// <summary>The work calls <c>Set</c> of the exam's cache.</summary>
public sealed record StoreEntry(int Cache, string Key, string Value) : Message;

/// <summary>The work logs an entry; no reply.</summary>
public sealed record AddLog(int Log, WireLogEntry Entry) : Message;

/// <summary>A cell begins; no reply.</summary>
public sealed record CellStarted(string Cell) : Message;

/// <summary>A cell has ended; no reply.</summary>
/// <param name="Cell">Its id.</param>
/// <param name="Outputs">What it printed, showed and returned, in order.</param>
/// <param name="Error">What it threw, or null.</param>
public sealed record CellEnded(string Cell, IReadOnlyList<WireOutput> Outputs, WireError? Error) : Message;
