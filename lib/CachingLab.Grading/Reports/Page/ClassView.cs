using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports.Page;

/// <summary>A grade book arranged as a class: learners, exercises, and what most of them miss.</summary>
internal sealed class ClassView
{
    public ClassView(GradeBook book)
    {
        Book = book;
        Sandbox = book.Sandbox;
        Ungradable = [.. book.Submissions.Where(s => s.Error is not null)];
        Notebooks = book.Submissions.Count - Ungradable.Count;
        Learners = [.. book.Learners.Select((l, i) => new LearnerView(i + 1, l))];
        Names = new ShortNames([.. Learners.Select(l => l.Name)]);
        Exercises = book.Exercises;
        Missed = [.. Exercises.SelectMany(MissedIn).OrderByDescending(m => m.Learners.Count).ThenBy(m => m.Judged)];
    }

    public GradeBook Book { get; }

    public string Sandbox { get; }

    public int Notebooks { get; }

    public IReadOnlyList<LearnerView> Learners { get; }

    /// <summary>The learners' names without what they have in common, for tables on a small screen.</summary>
    public ShortNames Names { get; }

    /// <summary>The exercises in course order.</summary>
    public IReadOnlyList<BookExercise> Exercises { get; }

    /// <summary>The files that could not be graded.</summary>
    public IReadOnlyList<SubmissionRecord> Ungradable { get; }

    /// <summary>The requirements that at least one learner failed, the most failed first, without stretch ones.</summary>
    public IReadOnlyList<MissedRequirement> Missed { get; }

    /// <summary>The points of a learner who meets every requirement.</summary>
    public double Of => Learners.Count == 0 ? 0 : Learners[0].Record.MarkOf;

    public int StretchOf => Exercises.Sum(e => e.StretchOf);

    /// <summary>Whether there is more than one learner to compare.</summary>
    public bool IsClass => Learners.Count > 1;

    private IEnumerable<MissedRequirement> MissedIn(BookExercise exercise) =>
        from learner in Learners
        let record = learner.Best(exercise.Id)
        where record is not null && record.Status is not GradeStatus.NotAttempted
        from requirement in record.Requirements
        where !requirement.Stretch && requirement.Status is not VerdictStatus.NotRun
        group (learner, requirement) by requirement.Id into verdicts
        let failed = verdicts.Where(v => v.requirement.Status is VerdictStatus.Failed).ToList()
        where failed.Count > 0
        select new MissedRequirement(exercise.Id, failed[0].requirement, [.. failed.Select(v => v.learner)], verdicts.Count());
}

/// <summary>A requirement, from one of the records, that some of the learners with a verdict on it did not meet.</summary>
internal sealed record MissedRequirement(string Exercise, Verdict Requirement, IReadOnlyList<LearnerView> Learners, int Judged);
