using CachingLab.Logging;
using Microsoft.Extensions.Logging;

namespace CachingLab;

/// <summary>Creates loggers whose lines appear below the cell that wrote them.</summary>
public static class NotebookLog
{
    private static readonly NotebookLogProvider Simple = new("simple");
    private static readonly NotebookLogProvider Json = new("json");

    /// <summary>A logger that writes to <see cref="Console.Out"/> before its call returns.</summary>
    /// <param name="category">The name before each message.</param>
    /// <param name="format"><c>simple</c>, one readable line an entry, or <c>json</c>, one JSON object a line with every field.</param>
    /// <exception cref="ArgumentException">The format is neither of the two.</exception>
    public static ILogger Create(string category = "lab", string format = "simple") => format switch
    {
        "simple" => Simple.CreateLogger(category),
        "json" => Json.CreateLogger(category),
        _ => throw new ArgumentException($"No log format '{format}': choose \"simple\" or \"json\".", nameof(format)),
    };
}
