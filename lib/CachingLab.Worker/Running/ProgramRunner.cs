using System.Diagnostics;
using System.Text;
using CachingLab.Worker.Calls;
using CachingLab.Worker.Protocol;

namespace CachingLab.Worker.Running;

/// <summary>Runs a program, either with its outputs reported or to hand over an exercise's work.</summary>
internal static class ProgramRunner
{
    private const int MostThrown = 100;

    // Writes UTF-8 without buffering, so that nothing is lost when the process is killed.
    private static readonly StreamWriter StandardOutput = new(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };

    /// <summary>Runs the cells in order; the first that throws ends the run.</summary>
    public static void RunAll(CellProgram program, ICellObserver observer)
    {
        var runner = new CellRunner(program.Places, program.Assemblies);
        using var outputs = new CellOutputs(observer);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => outputs.End();
        NotebookOutput.Current = outputs;
        Console.SetOut(outputs);
        Console.SetError(outputs);
        foreach (CompiledCell cell in program.Cells)
        {
            observer.Started(cell.Id);
            outputs.Begin(cell.Id);
            WireError? error = null;
            try
            {
                if (runner.Run(cell) is { } value && CellValue.Output(OutputKind.Value, value) is { } output)
                    outputs.Add(output);
            }
            catch (Exception e)
            {
                error = WorkErrors.Describe(e, LineIn(cell.Id, e));
            }

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
        var runner = new CellRunner(program.Places, program.Assemblies);
        foreach (CompiledCell cell in program.Cells)
        {
            if (cell == program.Cells[^1])
            {
                SetConsole(StandardOutput);
                host.Open();
            }

            try
            {
                runner.Run(cell);
            }
            catch (Exception e)
            {
                if (thrown.Count < MostThrown)
                    thrown.Add(new ThrownInCell(cell.Id, WorkErrors.Describe(e, LineIn(cell.Id, e))));
            }
        }

        return thrown;
    }

    // Both go to one writer. Only the runtime's own crash report goes to standard error, and so is not taken for the answer's output.
    private static void SetConsole(TextWriter writer)
    {
        Console.SetOut(writer);
        Console.SetError(writer);
    }

    private static int? LineIn(string cell, Exception thrown)
    {
        StackFrame? frame = new StackTrace(thrown, fNeedFileInfo: true).GetFrames().FirstOrDefault(f => f.GetFileName() == cell);
        return frame?.GetFileLineNumber() is > 0 and var line ? line : null;
    }
}
