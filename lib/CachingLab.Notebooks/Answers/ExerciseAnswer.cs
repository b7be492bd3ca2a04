namespace CachingLab.Notebooks.Answers;

/// <summary>What a submission answers to one exercise.</summary>
/// <param name="CellId">The exercise cell's id, with <c>ex-</c>.</param>
/// <param name="State">What was found.</param>
/// <param name="Source">The text that is graded; the stub when nothing was found.</param>
/// <param name="Index">Where it stands in the submission, from 0; -1 when nothing was found.</param>
/// <param name="Notes">What was repaired, a line each, for the learner.</param>
public sealed record ExerciseAnswer(string CellId, AnswerState State, string Source, int Index, IReadOnlyList<string> Notes);
