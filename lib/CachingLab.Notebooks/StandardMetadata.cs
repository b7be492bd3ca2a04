using System.Text.Json.Nodes;

namespace CachingLab.Notebooks;

/// <summary>The metadata that every course notebook carries, and that VS Code leaves as it is.</summary>
public static class StandardMetadata
{
    /// <summary>A new copy of the metadata.</summary>
    public static JsonObject Create() => new()
    {
        ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
        ["language_info"] = new JsonObject
        {
            ["file_extension"] = ".cs",
            ["mimetype"] = "text/x-csharp",
            ["name"] = "csharp",
            ["pygments_lexer"] = "csharp",
        },
    };

    internal static JsonObject Header() => new() { ["cells"] = null, ["metadata"] = Create(), ["nbformat"] = 4, ["nbformat_minor"] = 5 };
}
