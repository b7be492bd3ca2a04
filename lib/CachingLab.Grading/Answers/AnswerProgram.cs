using CachingLab.Exams;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Answers;

/// <summary>A submission compiled for one exercise: what its process will run.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Cells">The compiled cells, up to the exercise's check cell.</param>
/// <param name="Code">What the compiled code of the learner's cells says.</param>
/// <param name="Problem">Why there is nothing to run, in words for the learner, or null.</param>
/// <param name="Places">Where the learner finds its cells.</param>
/// <param name="Notes">Cells that were left out, a line each.</param>
internal sealed record AnswerProgram(
    Exercise Exercise, IReadOnlyList<CompiledCell> Cells, AnswerCode Code, string? Problem, CellPlaces Places, IReadOnlyList<string> Notes);
