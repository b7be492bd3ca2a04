using CachingLab.Reports;

namespace CachingLab.Grading.Isolation;

/// <summary>How the process of an answer ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="ExitCode">Its exit code, when it ended by itself.</param>
/// <param name="Output">What it printed on the console, as far as kept.</param>
/// <param name="Printed">The lines of it that went to the standard output, or null.</param>
public sealed record SandboxEnd(SandboxEndReason Reason, int? ExitCode, string Output, PrintedLines? Printed);
