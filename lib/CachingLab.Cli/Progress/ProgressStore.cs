using CachingLab.Grading;

namespace CachingLab.Cli.Progress;

/// <summary>Remembers how far the learner is, in <c>.lab/progress.json</c>. Safe to use from several threads and several processes.</summary>
/// <param name="folder">The lab's folder.</param>
/// <param name="time">Tells when an exercise first passed.</param>
/// <param name="say">Told, in one line, that the file was damaged or cannot be written; at most once each.</param>
internal sealed class ProgressStore(LabFolder folder, TimeProvider time, Action<string> say)
{
    /// <summary>What is remembered of an exercise; empty when nothing is.</summary>
    public ExerciseProgress Of(string exerciseId) => throw new NotImplementedException();

    /// <summary>The last verdict when it is of this very answer and this very course; else null: grade again.</summary>
    public ExerciseRecord? Verdict(string exerciseId, string answerHash, string courseDigest) => throw new NotImplementedException();

    /// <summary>Remembers a verdict.</summary>
    /// <param name="record">The verdict.</param>
    /// <param name="answer">What was graded.</param>
    /// <param name="courseDigest">What it was graded against.</param>
    public void Add(ExerciseRecord record, AnswerText answer, string courseDigest) => throw new NotImplementedException();

    /// <summary>Remembers that one more hint of a requirement was shown.</summary>
    public void AddHint(string exerciseId, string requirementId) => throw new NotImplementedException();

    private (LabFolder, TimeProvider, Action<string>) Skeleton => (folder, time, say);
}
