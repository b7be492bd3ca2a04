using System.Text.Json;
using System.Text.Json.Serialization;

namespace CachingLab.Cli.State;

/// <summary>The content of <c>.lab/progress.json</c>. Its properties are settable, so that one missing in the file keeps its default.</summary>
internal sealed record ProgressFile
{
    /// <summary>The schema version that this code writes.</summary>
    public const string CurrentSchema = "cachinglab.progress/1";

    /// <summary>The schema version of the file.</summary>
    public string Schema { get; set; } = CurrentSchema;

    /// <summary>The progress by exercise id. Ids that this version of the course does not have are preserved.</summary>
    public IReadOnlyDictionary<string, ExerciseProgress> Exercises { get; set; } = new Dictionary<string, ExerciseProgress>();

    /// <summary>Properties that another version wrote.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
