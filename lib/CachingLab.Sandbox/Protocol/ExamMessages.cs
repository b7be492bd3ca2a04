namespace CachingLab.Sandbox.Protocol;

/// <summary>Runs cells in order; with an exercise, until its check cell has handed the work over.</summary>
/// <param name="Cells">The compiled cells.</param>
/// <param name="Exercise">The exercise to hand over, or null to run everything and report each cell's outcome.</param>
/// <param name="Places">How many cells the notebook has up to the last of these, those left out too.</param>
/// <param name="Assemblies">Files that cells refer to beyond the library's own.</param>
public sealed record RunProgram(IReadOnlyList<WireCell> Cells, string? Exercise, int Places, IReadOnlyList<string> Assemblies) : Message;

/// <summary>Makes a child that waits for its first work ready for it: what is compiled now need not be compiled then.</summary>
public sealed record WarmUp : Message;

/// <summary>Puts a file into the work folder before the work is asked for it.</summary>
public sealed record PlaceFile(string Path, ReadOnlyMemory<byte> Content) : Message;

/// <summary>Asks for keys.</summary>
public sealed record MakeKeys(IReadOnlyList<WireRequest> Requests, string Culture) : Message;

/// <summary>Makes a cache: on a file when <paramref name="Path"/> is given.</summary>
public sealed record OpenCache(string? Path) : Message;

/// <summary>Calls <c>Get</c> of a cache that <see cref="OpenCache"/> made.</summary>
public sealed record GetEntry(int Cache, string? Key) : Message;

/// <summary>Calls <c>Get</c> for many keys.</summary>
public sealed record GetEntries(int Cache, IReadOnlyList<string> Keys) : Message;

/// <summary>Calls <c>Set</c> of a cache that <see cref="OpenCache"/> made.</summary>
public sealed record SetEntry(int Cache, string? Key, string? Value) : Message;

/// <summary>Calls <c>Set</c> for a series of entries from several threads.</summary>
public sealed record SetSeries(int Cache, string Prefix, int Count, int Writers) : Message;

/// <summary>Calls <c>LoggedCallAsync</c> with a model and a logger that live on the exam's side.</summary>
public sealed record CallLogged(string RequestId, WireRequest Request, int Llm, int Log) : Message;

/// <summary>Calls <c>CachedCallAsync</c> with a cache, a model and a logger that live on the exam's side.</summary>
public sealed record CallCached(int Cache, WireRequest Request, int Llm, int Log) : Message;

/// <summary>Calls <c>ShouldCache</c>.</summary>
public sealed record AskPolicy(WireRequest Request) : Message;
