using System.Collections.Concurrent;
using CachingLab.Exams;
using CachingLab.Sandbox.Protocol;
using CachingLab.Sandbox.Serving;

namespace CachingLab.Compiler;

/// <summary>Compiles what the parent asks for, several notebooks at a time.</summary>
/// <param name="parent">Is told which cell is at work, so that it knows which one to blame.</param>
internal sealed class CompileServer(ParentLink parent)
{
    // What the compiler nests, it does on the stack; it looks at what is left of it, and gives up in good order when that is little.
    private const int StackBytes = 16 * 1024 * 1024;
    private readonly ConcurrentDictionary<(CellDialect Dialect, string? Folder), CellCompiler> compilers = new();

    public Message Answer(Message ask)
    {
        Message? reply = null;
        var thread = new Thread(() => reply = Compiled(ask), StackBytes) { IsBackground = true, Name = "cell compiler" };
        thread.Start();
        thread.Join();
        return reply!;
    }

    private Message Compiled(Message ask)
    {
        try
        {
            return ask is CompileCells cells
                ? new CompiledCells([.. Compile(cells)])
                : throw new NotSupportedException($"no ask of a compiler: {ask.GetType().Name}");
        }
        catch (Exception e)
        {
            return new ThrownReply(new WireError(AnswerException.NamesOf(e.GetType()), e.Message));
        }
    }

    private IEnumerable<CompiledCell> Compile(CompileCells ask)
    {
        CellCompiler compiler = compilers.GetOrAdd((ask.Dialect, ask.Folder), static key => new CellCompiler(key.Dialect, key.Folder));
        ChainedCell? last = null;
        foreach (SourceCell source in ask.Cells)
        {
            parent.Tell(new CompilingCell(ask.Job, source.Id));
            ChainedCell cell = compiler.Compile(source, last);
            yield return cell.Result;
            if (!cell.IsBroken)
            {
                last = cell;
                continue;
            }

            if (source.IsNeeded)
                yield break;
            if (source.Instead is null)
                continue;
            ChainedCell instead = compiler.Compile(new SourceCell(source.Id, source.Instead), last);
            yield return instead.Result with { IsInstead = true };
            last = instead.IsBroken ? last : instead;
        }
    }
}
