using CachingLab.Exams;

namespace CachingLab.Sandbox.Protocol;

/// <summary>Runs cells in order; with an exercise, until its check cell has handed the work over.</summary>
/// <param name="Cells">The compiled cells.</param>
/// <param name="Exercise">The exercise to hand over, or null to run everything and report each cell's outcome.</param>
/// <param name="Places">How many cells the notebook has up to the last of these, those left out too.</param>
/// <param name="Assemblies">Files that cells refer to beyond the library's own.</param>
public sealed record RunProgram(IReadOnlyList<WireCell> Cells, string? Exercise, int Places, IReadOnlyList<string> Assemblies) : Message
{
    internal override MessageKind Kind => MessageKind.RunProgram;

    internal override void Write(WireWriter to)
    {
        to.Number(Cells.Count);
        foreach (WireCell cell in Cells)
            cell.Write(to);
        to.TextOrNull(Exercise);
        to.Number(Places);
        to.Texts(Assemblies);
    }

    internal static RunProgram Read(WireReader from)
    {
        var cells = new WireCell[from.Count()];
        for (int i = 0; i < cells.Length; i++)
            cells[i] = WireCell.Read(from);
        return new RunProgram(cells, from.TextOrNull(), from.Number(), from.Texts());
    }
}

/// <summary>Makes a child that waits for its first work ready for it: what is compiled now need not be compiled then.</summary>
public sealed record WarmUp : Message
{
    internal override MessageKind Kind => MessageKind.WarmUp;
}

/// <summary>Puts a file into the work folder before the work is asked for it.</summary>
public sealed record PlaceFile(string Path, ReadOnlyMemory<byte> Content) : Message
{
    internal override MessageKind Kind => MessageKind.PlaceFile;

    internal override void Write(WireWriter to)
    {
        to.Text(Path);
        to.Bytes(Content.Span);
    }

    internal static PlaceFile Read(WireReader from) => new(from.Text(), from.Bytes());
}

/// <summary>Asks for keys.</summary>
public sealed record MakeKeys(IReadOnlyList<LlmRequest> Requests, string Culture) : Message
{
    internal override MessageKind Kind => MessageKind.MakeKeys;

    internal override void Write(WireWriter to)
    {
        RequestCodec.WriteAll(to, Requests);
        to.Text(Culture);
    }

    internal static MakeKeys Read(WireReader from) => new(RequestCodec.ReadAll(from), from.Text());
}

/// <summary>Asks for the keys of a series.</summary>
public sealed record MakeKeySeries(KeySeries Series) : Message
{
    internal override MessageKind Kind => MessageKind.MakeKeySeries;

    internal override void Write(WireWriter to)
    {
        RequestCodec.Write(to, Series.Sample);
        to.Text(Series.Field);
        to.Number(Series.Start);
        to.Number(Series.Count);
    }

    internal static MakeKeySeries Read(WireReader from) => new(new KeySeries(RequestCodec.Read(from), from.Text(), from.Number(), from.Number()));
}

/// <summary>Calls <c>LoggedCallAsync</c> with a model and a logger that live on the exam's side.</summary>
public sealed record CallLogged(string RequestId, LlmRequest Request, int Llm, int Log, CallTerms Terms = default) : Message
{
    internal override MessageKind Kind => MessageKind.CallLogged;

    internal override void Write(WireWriter to)
    {
        to.Text(RequestId);
        RequestCodec.Write(to, Request);
        to.Number(Llm);
        to.Number(Log);
        Terms.Write(to);
    }

    internal static CallLogged Read(WireReader from) => new(from.Text(), RequestCodec.Read(from), from.Number(), from.Number(), CallTerms.Read(from));
}

/// <summary>Calls <c>CachedCallAsync</c> with a cache, a model and a logger that live on the exam's side.</summary>
public sealed record CallCached(int Cache, LlmRequest Request, int Llm, int Log, CallTerms Terms = default) : Message
{
    internal override MessageKind Kind => MessageKind.CallCached;

    internal override void Write(WireWriter to)
    {
        to.Number(Cache);
        RequestCodec.Write(to, Request);
        to.Number(Llm);
        to.Number(Log);
        Terms.Write(to);
    }

    internal static CallCached Read(WireReader from) => new(from.Number(), RequestCodec.Read(from), from.Number(), from.Number(), CallTerms.Read(from));
}

/// <summary>Calls <c>ShouldCache</c> with each of the requests.</summary>
public sealed record AskPolicy(IReadOnlyList<LlmRequest> Requests) : Message
{
    internal override MessageKind Kind => MessageKind.AskPolicy;

    internal override void Write(WireWriter to) => RequestCodec.WriteAll(to, Requests);

    internal static AskPolicy Read(WireReader from) => new(RequestCodec.ReadAll(from));
}
