namespace CachingLab.Exams;

/// <summary>What is known of a requirement after an exam.</summary>
public enum RequirementStatus
{
    /// <summary>No verdict: never counted as passed.</summary>
    NotRun,
    Passed,
    Failed,
}
