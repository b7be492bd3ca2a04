using CachingLab.Exams;

namespace CachingLab.Checks;

/// <summary>Where a check cell hands the learner's work: to the exam in the notebook, or to a grader.</summary>
public interface ICheckHost
{
    /// <summary>Returns when nothing more is wanted of the work.</summary>
    /// <param name="exercise">What is examined.</param>
    /// <param name="work">The learner's work.</param>
    Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work);
}
