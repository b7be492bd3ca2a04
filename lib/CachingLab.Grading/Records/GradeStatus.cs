using System.Text.Json.Serialization;
using CachingLab.Exams;

namespace CachingLab.Grading.Records;

/// <summary>The outcome of one exercise of one submission.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<GradeStatus>))]
public enum GradeStatus
{
    /// <summary>The cell is as it was handed out, or only ever throws <see cref="NotImplementedException"/>.</summary>
    NotAttempted,

    /// <summary>Every requirement but the stretch ones is met.</summary>
    Passed,

    /// <summary>At least one requirement is not met.</summary>
    Failed,

    /// <summary>The answer does not compile.</summary>
    CompileError,

    /// <summary>The answer used up its wall time or its processor time.</summary>
    Timeout,

    /// <summary>The answer used up its memory.</summary>
    OutOfMemory,

    /// <summary>The answer's process ended before it had answered.</summary>
    Crashed,

    /// <summary>The answer was stopped at another limit of the sandbox, such as disk or threads, or not run because it stops the grader.</summary>
    Blocked,
}
