namespace CachingLab.Exams;

/// <summary>Thrown when the work's process has ended or run out of time, so that the exam cannot go on.</summary>
/// <param name="reason">What happened, in words for the learner.</param>
public sealed class WorkLostException(string reason) : Exception(reason);
