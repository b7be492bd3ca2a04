using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports.Page;

/// <summary>A grade book arranged as a class: learners, exercises, and what most of them miss.</summary>
internal sealed class ClassView
{
    public ClassView(GradeBook book)
    {
        Book = book;
        Ungradable = [.. book.Submissions.Where(s => s.Error is not null)];
        Learners = [.. book.Learners.Select((l, i) => new LearnerView(i + 1, l))];
        Names = new ShortNames([.. Learners.Select(l => l.Name)]);
        Exercises = book.Exercises;
        Missed = [.. Exercises.SelectMany(MissedIn).OrderByDescending(m => m.Learners.Count).ThenBy(m => m.Judged)];
    }

    public GradeBook Book { get; }

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

    /// <summary>Whether there is more than one learner to compare.</summary>
    public bool IsClass => Learners.Count > 1;

    private IEnumerable<MissedRequirement> MissedIn(BookExercise exercise) =>
        from learner in Learners
        let record = learner.Record.Exercise(exercise.Id)
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

/// <summary>A learner's part of the page, with a number for links.</summary>
internal sealed record LearnerView(int Number, LearnerRecord Record)
{
    /// <summary>The id of the learner's part of the page.</summary>
    public string Anchor => $"l{Number}";

    public string Name => Record.Name.Length == 0 ? "This submission" : Record.Name;
}

/// <summary>Names without the beginning that all of them share, as <c>cachinglab-2026-</c> of cloned repositories: a narrow column has room for what differs.</summary>
internal sealed class ShortNames
{
    private const int Fewest = 3;
    private const int Shortest = 4;

    public ShortNames(IReadOnlyList<string> names) => Prefix = names.Count < Fewest ? "" : PrefixOf(names);

    /// <summary>What all names begin with, up to a separator; often empty.</summary>
    public string Prefix { get; }

    /// <summary>A name without the prefix.</summary>
    public string Of(string name) => name[Prefix.Length..];

    private static string PrefixOf(IReadOnlyList<string> names)
    {
        string shared = names.Aggregate((a, b) => a[..a.AsSpan().CommonPrefixLength(b.AsSpan())]);
        int end = shared.AsSpan().LastIndexOfAny("-_/.") + 1;
        return end < Shortest || names.Any(n => n.Length == end) ? "" : shared[..end];
    }
}
