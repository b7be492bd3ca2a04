using System.Diagnostics;
using System.Text;
using CachingLab.Sandbox.Protocol;
using CachingLab.Sandbox.Serving;

namespace CachingLab.Sandbox.Running;

/// <summary>Runs a program: to the end with every cell's outputs told, or to hand an exercise's work over.</summary>
internal static class ProgramRunner
{
    // In UTF-8 whatever the system's console has, and at once: nothing is lost when the process is ended.
    private static readonly StreamWriter StandardOutput = new(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };

    /// <summary>Runs the cells in order; the first that throws ends the run.</summary>
    public static Message RunAll(RunProgram program, Action<Message> tell)
    {
        var runner = new CellRunner(program.Places, program.Assemblies);
        using var outputs = new CellOutputs(tell);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => outputs.End();
        NotebookOutput.Current = outputs;
        Console.SetOut(outputs);
        Console.SetError(outputs);
        foreach (WireCell cell in program.Cells)
        {
            tell(new CellStarted(cell.Id));
            outputs.Begin(cell.Id);
            WireError? error = null;
            try
            {
                if (runner.Run(cell) is { } value)
                    outputs.Add(new WireOutput(OutputKind.Value, ValueText.Of(value)));
            }
            catch (Exception e)
            {
                error = ExceptionTable.Describe(e, null, LineIn(cell.Id, e));
            }

            outputs.End();
            tell(new CellEnded(cell.Id, error));
            if (error is not null)
                break;
        }

        return new Done();
    }

    /// <summary>
    /// Runs all cells, of which the last is the check cell that hands the work over; says which cells threw on the way.
    /// What they print is not shown: the console counts from the check cell on.
    /// </summary>
    public static Message RunToDoor(RunProgram program, ExamDoor door, Action<Message> tell)
    {
        SetConsole(TextWriter.Null);
        var runner = new CellRunner(program.Places, program.Assemblies);
        foreach (WireCell cell in program.Cells)
        {
            tell(new CellStarted(cell.Id));
            if (cell == program.Cells[^1])
            {
                SetConsole(StandardOutput);
                door.Open();
            }

            try
            {
                runner.Run(cell);
            }
            catch (Exception e)
            {
                tell(new CellEnded(cell.Id, ExceptionTable.Describe(e, null, LineIn(cell.Id, e))));
            }
        }

        return new FlagReply(door.Work is not null);
    }

    // What the runtime itself says of a crash goes to the real standard error, and is no print of the answer's.
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
