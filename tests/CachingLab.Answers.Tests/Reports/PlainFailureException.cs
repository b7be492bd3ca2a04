// In xUnit's own namespace, because only there does it leave the type's name out of what a learner reads.
namespace CachingLab.Answers.Tests.Reports;

/// <summary>A failure that its message explains: no exception type before it, and no stack trace of the tests after it.</summary>
internal sealed class PlainFailureException(string message) : XunitException(message)
{
    public override string? StackTrace => null;
}
