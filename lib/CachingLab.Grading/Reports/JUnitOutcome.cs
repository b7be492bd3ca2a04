namespace CachingLab.Grading.Reports;

/// <summary>What JUnit knows of a case.</summary>
internal enum JUnitOutcome
{
    Passed,
    Failure,
    Error,
    Skipped,
}
