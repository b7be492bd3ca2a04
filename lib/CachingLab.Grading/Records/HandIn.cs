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

    /// <summary>What <see cref="Platform"/> says of a clone, whose folder's name often ends in the name of an account.</summary>
    public const string Git = "git";

    /// <summary>When the file was last written, or null when that says nothing, as in a clone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? At { get; init; }

    /// <summary>Whether the platform marked it as late.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Late { get; init; }

    /// <summary>What the id is of: <c>moodle</c>, <c>canvas</c> or <c>git</c>, or null for a folder's or file's own name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Platform { get; init; }

    /// <summary>What was noticed when the file was found, in one line, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }
}
