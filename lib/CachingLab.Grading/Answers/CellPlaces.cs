using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Answers;

/// <summary>Where the learner finds the cells of a program, in words.</summary>
/// <param name="submission">The repaired submission.</param>
/// <param name="pristine">The notebook as handed out.</param>
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
