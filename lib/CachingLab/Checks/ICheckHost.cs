using CachingLab.Exams;

namespace CachingLab.Checks;

/// <summary>Where a check cell hands the learner's work: to the exam in the notebook, or to a grader.</summary>
public interface ICheckHost
{
    /// <summary>Hands the work over. Returns when the work is no longer needed.</summary>
    Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work);
}
