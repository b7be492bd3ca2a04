using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using CachingLab.Worker.Calls;
using CachingLab.Worker.Protocol;

namespace CachingLab.Worker.Running;

/// <summary>
/// Loads compiled cells and runs them in order, as the submissions of one script: either with their outputs reported, or to hand over an exercise's work.
/// </summary>
internal sealed class CellRunner
{
    private const int MostThrown = 100;

    // Writes UTF-8 without buffering, so that nothing is lost when the process is killed.
    private static readonly StreamWriter StandardOutput = new(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
    private readonly Dictionary<string, Assembly> loaded = [];
    private readonly Dictionary<string, string> files;
    private readonly object?[] states;

    private CellRunner(CellProgram program)
    {
        // The first element is for a host object, which scripts do not have here. Each cell takes at most one more.
        states = new object?[program.Places + 1];
        files = program.Assemblies.ToDictionary(f => Path.GetFileNameWithoutExtension(f), StringComparer.OrdinalIgnoreCase);
        AssemblyLoadContext.Default.Resolving += Resolve;
    }

    /// <summary>Runs the cells in order; the first that throws ends the run.</summary>
    public static void RunAll(CellProgram program, ICellObserver observer)
    {
        var runner = new CellRunner(program);
        using var outputs = new CellOutputs(observer);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => outputs.End();
        NotebookOutput.Current = outputs;
        SetConsole(outputs);
        foreach (CompiledCell cell in program.Cells)
        {
            observer.Started(cell.Id);
            outputs.Begin(cell.Id);
            WireError? error = runner.TryRun(cell, outputs);
            outputs.End();
            observer.Ended(cell.Id, error);
            if (error is not null)
                break;
        }
    }

    /// <summary>
    /// Runs all cells, of which the last is the check cell that hands the work over. Returns the cells that threw.
    /// Printed text is discarded until the check cell runs.
    /// </summary>
    public static IReadOnlyList<ThrownInCell> RunToHandOver(CellProgram program, GradingHost host)
    {
        var thrown = new List<ThrownInCell>();
        SetConsole(TextWriter.Null);
        var runner = new CellRunner(program);
        foreach (CompiledCell cell in program.Cells)
        {
            if (cell == program.Cells[^1])
            {
                SetConsole(StandardOutput);
                host.Open();
            }

            if (runner.TryRun(cell, null) is { } error && thrown.Count < MostThrown)
                thrown.Add(new ThrownInCell(cell.Id, error));
        }

        return thrown;
    }

    // Both go to one writer. Only the runtime's own crash report goes to standard error, and so is not taken for the answer's output.
    private static void SetConsole(TextWriter writer)
    {
        Console.SetOut(writer);
        Console.SetError(writer);
    }

    // Returns what the cell threw. The text of its value is made by the cell's code too, which can throw then.
    private WireError? TryRun(CompiledCell cell, CellOutputs? outputs)
    {
        try
        {
            if (Run(cell) is { } value && outputs is not null && CellValue.Output(OutputKind.Value, value) is { } output)
                outputs.Add(output);
            return null;
        }
        catch (Exception e)
        {
            return WorkErrors.Describe(e, LineIn(cell.Id, e));
        }
    }

    // Returns the value of the cell's last expression, or null.
    private object? Run(CompiledCell cell)
    {
        using var image = new MemoryStream(cell.Assembly.ToArray());
        Assembly assembly = AssemblyLoadContext.Default.LoadFromStream(image);
        loaded[assembly.GetName().Name!] = assembly;
        MethodInfo factory = assembly.GetTypes().Select(t => t.GetMethod("<Factory>", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Single(m => m is not null)!;
        return ((Task<object?>)factory.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [states], null)!).GetAwaiter().GetResult();
    }

    private Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        loaded.GetValueOrDefault(name.Name!)
        ?? (files.TryGetValue(name.Name!, out string? file) ? context.LoadFromAssemblyPath(file) : null);

    private static int? LineIn(string cell, Exception thrown)
    {
        StackFrame? frame = new StackTrace(thrown, fNeedFileInfo: true).GetFrames().FirstOrDefault(f => f.GetFileName() == cell);
        return frame?.GetFileLineNumber() is > 0 and var line ? line : null;
    }
}
