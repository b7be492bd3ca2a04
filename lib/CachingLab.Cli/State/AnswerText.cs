using System.Security.Cryptography;
using System.Text;
using CachingLab.Exams;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Cli.State;

/// <summary>What the learner wrote for one exercise.</summary>
/// <param name="Source">The exercise cell's text.</param>
/// <param name="Hash">A hash of everything of the learner's that the verdict depends on: the answer, other answers above it, added cells, and the notes.</param>
/// <param name="Notes">What was repaired or left out of the notebook, a line each.</param>
internal sealed record AnswerText(string Source, string Hash, string Notes = "")
{
    /// <summary>A hash of only the exercise cell's text.</summary>
    public string SourceHash { get; } = HashOf(Source);

    /// <summary>Takes the text from an extracted notebook.</summary>
    public static AnswerText Of(Extraction submission, Exercise exercise)
    {
        var text = new StringBuilder();
        foreach (ProgramCell cell in submission.Program.TakeWhile(c => c.Id != exercise.CheckCellId).Where(c => c.Origin is not CellOrigin.Course))
            text.Append(cell.Id).Append('\0').Append(cell.Source).Append('\0');
        ExerciseAnswer? answer = submission.Exercises.FirstOrDefault(e => e.CellId == exercise.CellId);
        string notes = string.Join('\n', [.. submission.Notes, .. answer?.Notes ?? []]);
        return new AnswerText(answer?.Source ?? "", HashOf(text.Append(notes).ToString()), notes);
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
