using CachingLab.Answers;
using CachingLab.Exams;
using CachingLab.Grading.Isolation;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Answers;

/// <summary>Compiles submissions. The course's cells are compiled once, the learner's each time.</summary>
internal sealed class AnswerCompiler(CompilerProcess compiler)
{
    // Each dropped cell costs a whole compile time limit.
    private const int MostDropped = 2;

    /// <summary>
    /// Compiles what one exercise needs: its cell and its check cell, what the learner added, and what these use. The stubs of the pristine notebook
    /// stand in for broken answers to other exercises.
    /// </summary>
    /// <exception cref="CompilationStoppedException">The answer was too much for the compiler.</exception>
    public async Task<AnswerProgram> CompileAsync(
        Extraction submission, Notebook pristine, Exercise exercise, CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        var places = new CellPlaces(submission, pristine);
        List<SourceCell> cells = [.. Cells(submission, pristine, exercise)];
        if (cells is not [.., { IsNeeded: true } check] || check.Id != exercise.CheckCellId)
        {
            string problem = $"the course's own cell {exercise.CheckCellId} is missing from solutions/{exercise.Notebook}.ipynb: "
                + "bring it back with 'git checkout -- solutions'";
            return Broken(exercise, problem, places, notes);
        }
        while (true)
        {
            try
            {
                return Program(exercise, submission, places, await compiler.CompileAsync(CellDialect.Lenient, null, cells, cancellationToken), notes);
            }
            catch (CompilationStoppedException e) when (cells.FindIndex(c => c.Id == e.Cell && !c.IsNeeded) is >= 0 and var index && notes.Count < MostDropped)
            {
                notes.Add($"left out because it does not compile: {places.Of(e.Cell)}: {e.Problem}");
                if (cells[index].Instead is { } stub)
                    cells[index] = new SourceCell(cells[index].Id, stub);
                else
                    cells.RemoveAt(index);
            }
        }
    }

    private static IEnumerable<SourceCell> Cells(Extraction submission, Notebook pristine, Exercise exercise)
    {
        foreach (ProgramCell cell in submission.Program)
        {
            bool needed = cell.Id == exercise.CellId || cell.Id == exercise.CheckCellId;
            yield return new SourceCell(cell.Id, cell.Source)
            {
                IsShared = cell.Origin is CellOrigin.Course,
                IsNeeded = needed,
                Instead = cell.Origin is CellOrigin.Answer && !needed ? pristine.Cells.FirstOrDefault(c => c.Id == cell.Id)?.Source : null,
            };
            if (cell.Id == exercise.CheckCellId)
                yield break;
        }
    }

    private static AnswerProgram Program(
        Exercise exercise, Extraction submission, CellPlaces places, IReadOnlyList<CompiledCell> compiled, List<string> notes)
    {
        HashSet<string> course = [.. submission.Program.Where(c => c.Origin is CellOrigin.Course).Select(c => c.Id)];
        var cells = new List<CompiledCell>();
        AnswerCode code = AnswerCode.Empty;
        foreach (CompiledCell cell in compiled)
        {
            if (cell.Problems is [var problem, ..])
            {
                if (cell.Id == exercise.CellId || cell.Id == exercise.CheckCellId)
                    return Broken(exercise, cell.Id == exercise.CellId ? places.Of(problem) : $"{places.Of(exercise.CellId)}: {Undeclared(exercise, problem)}", places, notes);
                if (!cell.IsInstead)
                    notes.Add($"left out because it does not compile: {places.Of(problem)}");
                continue;
            }

            cells.Add(cell);
            if (!course.Contains(cell.Id) && !cell.IsInstead && !cell.Assembly.IsEmpty)
                code = code.With(ReadCode(cell));
        }

        // The course's examples and answers to other exercises run only when this answer depends on them.
        HashSet<string> wanted = [.. submission.Program.Where(c => c.Origin is CellOrigin.Learner).Select(c => c.Id), exercise.CellId, exercise.CheckCellId];
        return new AnswerProgram(exercise, NeededCells.Of(cells, c => wanted.Contains(c.Id)), code, null, places, notes);
    }

    private static string Undeclared(Exercise exercise, CellProblem problem) => problem.Code is "CS0103" or "CS0246"
        ? $"the cell declares no {exercise.Declares}; keep that name, and the signature that was given"
        : $"{exercise.Declares} does not fit where it is used; keep the signature that was given: {problem.Message}";

    private static AnswerProgram Broken(Exercise exercise, string problem, CellPlaces places, List<string> notes) =>
        new(exercise, [], AnswerCode.Empty, problem, places, notes);

    private static AnswerCode ReadCode(CompiledCell cell)
    {
        using var image = new MemoryStream(cell.Assembly.ToArray());
        return CodeReader.Read(image);
    }
}

/// <summary>
/// A submission compiled for one exercise: the cells that its process will run, up to the check cell, or the problem because of which there is nothing to
/// run, in words for the learner.
/// </summary>
internal sealed record AnswerProgram(
    Exercise Exercise, IReadOnlyList<CompiledCell> Cells, AnswerCode Code, string? Problem, CellPlaces Places, IReadOnlyList<string> Notes);

/// <summary>Where the learner finds the cells of a program, in words.</summary>
internal sealed class CellPlaces(Extraction submission, Notebook pristine)
{
    /// <summary>The notebook and the heading above a course cell; the number of a cell that the learner added.</summary>
    public string Of(string? cellId) => submission.Program.FirstOrDefault(c => c.Id == cellId) switch
    {
        null => "your code",
        { Origin: CellOrigin.Learner, Index: var index } => $"cell {index + 1}, which you added",
        { Id: var id } => CellPlace.Of(pristine, id),
    };

    /// <summary>A compiler error with the place of its cell.</summary>
    public string Of(CellProblem problem) => problem.In(Of(problem.Cell));
}
