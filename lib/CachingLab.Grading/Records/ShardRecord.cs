namespace CachingLab.Grading.Records;

/// <summary>Which part of a class a grade book holds.</summary>
/// <param name="Part">The part's number, from 1.</param>
/// <param name="Of">How many parts there are.</param>
/// <param name="Places">The place of each row among those of the whole class.</param>
/// <param name="All">How many rows the whole class has.</param>
public sealed record ShardRecord(int Part, int Of, IReadOnlyList<int> Places, int All);
