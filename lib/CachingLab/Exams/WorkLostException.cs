namespace CachingLab.Exams;

/// <summary>The work under examination is gone (its process ended, or it ran out of time): nothing more can be asked of it.</summary>
/// <param name="reason">What happened, in words for the learner.</param>
public sealed class WorkLostException(string reason) : Exception(reason);
