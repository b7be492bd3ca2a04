using System.Text.Json.Serialization;

namespace CachingLab.Grading.Records;

/// <summary>Whose a submission is, and when it was handed in.</summary>
/// <param name="Id">What tells the learner apart from all others; empty when the path names nobody.</param>
/// <param name="Name">The learner's name as the platform or the path has it.</param>
public sealed record HandIn(string Id, string Name)
{
    /// <summary>The name of Moodle in <see cref="Platform"/>.</summary>
    public const string Moodle = "moodle";

    /// <summary>The name of Canvas in <see cref="Platform"/>.</summary>
    public const string Canvas = "canvas";

    /// <summary>When the file was last written, or null when that says nothing, as in a clone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? At { get; init; }

    /// <summary>Whether the platform marked it as late.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Late { get; init; }

    /// <summary>The platform whose number the id is, <c>moodle</c> or <c>canvas</c>, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Platform { get; init; }

    /// <summary>What was noticed when the file was found, in one line, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }
}
