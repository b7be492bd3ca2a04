namespace CachingLab.Exams;

/// <summary>One requirement's line in a report.</summary>
/// <param name="Requirement">Which requirement.</param>
/// <param name="Status">Its verdict.</param>
/// <param name="Message">Why it is not passed, in a sentence; empty when passed.</param>
/// <param name="Counterexample">What shows it, when there is one.</param>
public sealed record RequirementResult(
    RequirementInfo Requirement, RequirementStatus Status, string Message = "", Counterexample? Counterexample = null)
{
    /// <summary>Whether it failed because the stub still throws <see cref="NotImplementedException"/>.</summary>
    public bool NotWritten { get; init; }

    /// <summary>Whether a call has not come back, and may still run.</summary>
    public bool Abandoned { get; init; }

    /// <summary>Whether it was not run because it can only be judged in another place, and not for anything the answer did.</summary>
    public bool Elsewhere { get; init; }

    /// <summary>Whether it was not run here and <c>./lab grade</c> judges it.</summary>
    public bool ByGrader { get; init; }
}
