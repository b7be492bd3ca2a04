using System.Collections.Concurrent;
using CachingLab.Worker.Protocol;

namespace CachingLab.Worker.Compilation;

/// <summary>Compiles cells for the parent, several notebooks at a time.</summary>
internal sealed class CompileServer : ICompiler
{
    // The compiler recurses into nested code. It checks the remaining stack and throws when that is too small.
    private const int StackBytes = 16 * 1024 * 1024;
    private readonly ConcurrentDictionary<(CellDialect Dialect, string? Folder), CellCompiler> compilers = new();

    public Task<IReadOnlyList<CompiledCell>> CompileAsync(CellDialect dialect, string? folder, IReadOnlyList<SourceCell> cells, ICompileObserver observer)
    {
        var compiling = new Task<IReadOnlyList<CompiledCell>>(() => [.. Compile(dialect, folder, cells, observer)]);
        var thread = new Thread(() => compiling.RunSynchronously(TaskScheduler.Default), StackBytes)
        {
            IsBackground = true,
            Name = "cell compiler",
        };
        thread.Start();
        return compiling;
    }

    private IEnumerable<CompiledCell> Compile(CellDialect dialect, string? folder, IReadOnlyList<SourceCell> cells, ICompileObserver observer)
    {
        CellCompiler compiler = compilers.GetOrAdd((dialect, folder), static key => new CellCompiler(key.Dialect, key.Folder));
        ChainedCell? last = null;
        foreach (SourceCell source in cells)
        {
            observer.Compiling(source.Id);
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
