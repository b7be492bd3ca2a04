namespace CachingLab.Grading.Records;

/// <summary>One learner of a class list.</summary>
/// <param name="Id">What tells the learner apart from all others.</param>
/// <param name="Name">The learner's name.</param>
/// <param name="More">The other columns, by their titles.</param>
public sealed record RosterRow(string Id, string Name, IReadOnlyDictionary<string, string> More);
