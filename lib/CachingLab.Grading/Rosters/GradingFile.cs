using System.Text.Json;
using System.Text.Json.Serialization;
using CachingLab.Exercises;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Rosters;

/// <summary>Reads <c>grading.json</c>: the weights of notebooks and the rule for late ones.</summary>
public static partial class GradingFile
{
    /// <summary>Its name beside a roster.</summary>
    public const string DefaultName = "grading.json";

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">It is no grading scheme; the message says in one line what is wrong.</exception>
    public static GradingScheme Read(string file)
    {
        GradingScheme scheme;
        try
        {
            using FileStream stream = File.OpenRead(file);
            scheme = JsonSerializer.Deserialize(stream, GradingJson.Default.GradingScheme) ?? throw new InvalidDataException("it is null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"it is not as expected: {e.Message.ReplaceLineEndings(" ")}", e);
        }

        string[] names = [.. Course.Notebooks.Select(n => n.Name)];
        if (scheme.Weights.Keys.FirstOrDefault(k => !names.Contains(k, StringComparer.Ordinal)) is { } unknown)
            throw new InvalidDataException($"weights: there is no notebook {SafeText.Line(unknown, 60)}; there are {string.Join(", ", names)}");
        if (scheme.Weights.Values.Any(w => w < 0))
            throw new InvalidDataException("weights: a weight is less than 0");
        return scheme.PercentPerDay is >= 0 and <= 100
            ? scheme
            : throw new InvalidDataException("percentPerDay: give a number from 0 to 100");
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip)]
    [JsonSerializable(typeof(GradingScheme))]
    private sealed partial class GradingJson : JsonSerializerContext;
}
