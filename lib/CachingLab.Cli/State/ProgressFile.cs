using System.Text.Json;
using System.Text.Json.Serialization;

namespace CachingLab.Cli.State;

/// <summary>The content of <c>.lab/progress.json</c>. Its properties can be set, so that one that the file does not have keeps its default.</summary>
internal sealed record ProgressFile
{
    /// <summary>The version that this code writes.</summary>
    public const string CurrentSchema = "cachinglab.progress/1";

    /// <summary>The version of the layout.</summary>
    public string Schema { get; set; } = CurrentSchema;

    /// <summary>What is remembered, by exercise id; ids that this version of the course does not have stay.</summary>
    public IReadOnlyDictionary<string, ExerciseProgress> Exercises { get; set; } = new Dictionary<string, ExerciseProgress>();

    /// <summary>What another version wrote here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
