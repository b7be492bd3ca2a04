using CachingLab.Doors;
using CachingLab.Exams;
using CachingLab.Execution;
using CachingLab.Notebooks;

namespace CachingLab.Grading;

/// <summary>Compiles submissions in one warm compiler: the course's cells once, the learner's each time.</summary>
internal sealed class AnswerCompiler
{
    private readonly CellCompiler compiler = new(CellDialect.Lenient);

    /// <summary>Compiles what one exercise needs: its cell and its check cell, what the learner added, and what these use.</summary>
    /// <param name="submission">The repaired submission.</param>
    /// <param name="pristine">The notebook as handed out, whose stubs stand in for broken answers to other exercises.</param>
    /// <param name="exercise">The exercise.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public AnswerProgram Compile(Extraction submission, Notebook pristine, Exercise exercise, CancellationToken cancellationToken)
    {
        var cells = new List<CompiledCell>();
        var notes = new List<string>();
        ClockUse clocks = ClockUse.None;

        // The course's examples, and answers to other exercises, run only where this answer has to do with them.
        HashSet<string> wanted = [.. submission.Program.Where(c => c.Origin is CellOrigin.Learner).Select(c => c.Id), exercise.CellId, exercise.CheckCellId];
        foreach (ProgramCell cell in submission.Program)
        {
            CompiledCell? previous = cells.LastOrDefault();
            var source = new SourceCell(cell.Id, cell.Source);
            CompiledCell compiled = cell.Origin is CellOrigin.Course
                ? compiler.CompileShared(source, previous, cancellationToken)
                : compiler.Compile(source, previous, cancellationToken);
            if (compiled.Problems.Count == 0)
            {
                cells.Add(compiled);
                if (cell.Origin is not CellOrigin.Course && !compiled.Assembly.IsEmpty)
                    clocks |= ReadClocks(compiled);
            }
            else if (cell.Id == exercise.CellId)
            {
                return Broken(compiled.Problems[0].ToString());
            }
            else if (cell.Id == exercise.CheckCellId)
            {
                return Broken(Undeclared(exercise, compiled.Problems[0]));
            }
            else
            {
                notes.Add($"left out because it does not compile: {compiled.Problems[0]}");
                if (cell.Origin is CellOrigin.Answer && pristine.Cells.FirstOrDefault(c => c.Id == cell.Id) is { } stub)
                    cells.Add(compiler.Compile(new SourceCell(cell.Id, stub.Source), previous, cancellationToken));
            }

            if (cell.Id == exercise.CheckCellId)
                return new AnswerProgram(exercise, NeededCells.Of(cells, c => wanted.Contains(c.Source.Id)), clocks, null, notes);
        }

        return Broken($"the course's own cell {exercise.CheckCellId} is missing from solutions/{exercise.Notebook}.ipynb");

        AnswerProgram Broken(string problem) => new(exercise, [], ClockUse.None, problem, notes);
    }

    private static string Undeclared(Exercise exercise, CellProblem problem) => problem.Code is "CS0103" or "CS0246"
        ? $"cell {exercise.CellId}, line 1, column 1: it declares no {exercise.Declares}; keep that name, and the signature that was given"
        : $"cell {exercise.CellId}, line 1, column 1: {exercise.Declares} does not fit where it is used; keep the signature that was given: {problem.Message}";

    private static ClockUse ReadClocks(CompiledCell cell)
    {
        using var image = new MemoryStream(cell.Assembly.ToArray());
        return ClockReader.Read(image);
    }
}
