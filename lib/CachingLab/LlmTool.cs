namespace CachingLab;

/// <summary>A function that the model may ask the caller to run.</summary>
/// <param name="Name">The name the model calls it by.</param>
/// <param name="Description">What it does, in words for the model.</param>
/// <param name="ParametersJson">Its parameters as a JSON schema.</param>
public record LlmTool(string Name, string Description, string ParametersJson);
