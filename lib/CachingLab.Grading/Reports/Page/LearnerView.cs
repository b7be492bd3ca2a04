using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports.Page;

/// <summary>A learner's part of the page.</summary>
/// <param name="Number">A number on the page, for links.</param>
/// <param name="Record">The learner.</param>
internal sealed record LearnerView(int Number, LearnerRecord Record)
{
    /// <summary>The id of the learner's part of the page.</summary>
    public string Anchor => $"l{Number}";

    /// <summary>What to call the learner.</summary>
    public string Name => Record.Name.Length == 0 ? "This submission" : Record.Name;

    /// <summary>The exercises that count.</summary>
    public IEnumerable<ExerciseRecord> Counted => Record.Exercises;

    public double Points => Record.Mark;

    public int StretchPoints => Record.Stretch;

    /// <summary>The exercise that counts, or null when no notebook with it was handed in.</summary>
    public ExerciseRecord? Best(string exercise) => Record.Exercise(exercise);
}
