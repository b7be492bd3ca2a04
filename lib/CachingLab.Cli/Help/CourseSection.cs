namespace CachingLab.Cli.Help;

/// <summary>The heading of the section that teaches what a requirement asks.</summary>
internal static class CourseSection
{
    private static readonly Dictionary<string, string> Headings = new()
    {
        ["cache-key/same-request-same-key"] = "A first key",
        ["cache-key/every-field-counts"] = "What goes to the model",
        ["cache-key/no-boundary-collision"] = "Break it 1: glue",
        ["cache-key/any-culture"] = "Break it 2: the same number in another country",
        ["cache-key/another-process"] = "Break it 3: the same text in another process",
        ["cache-key/negative-zero"] = "Stretch: two zeros, half an emoji",
        ["cache-key/lone-surrogates"] = "Stretch: two zeros, half an emoji",
        ["memory-cache/hit-is-exact"] = "Break it 1: an empty answer",
        ["memory-cache/instances-are-apart"] = "Break it 2: two caches, one store?",
        ["memory-cache/parallel-writers"] = "Stretch",
        ["file-cache/shared-path"] = "Break it: two copies",
        ["file-cache/damaged-file"] = "Break it: half a file",
        ["file-cache/no-torn-read"] = "Write it so that nobody sees half",
        ["file-cache/parallel-sets"] = "Write it so that nobody sees half",
        ["file-cache/readable-file"] = "A file by hand",
        ["request-log/monotonic-clock"] = "Break it: the clock goes back",
        ["request-log/no-text-in-log"] = "Break it: the helpful stack trace",
        ["request-log/braces-are-harmless"] = "Break it: a brace in a question",
        ["cached-call/failure-is-not-stored"] = "Break it: the helpful apology",
        ["extended-key/options-count"] = "Break it: \"then serialize everything\"",
        ["extended-key/future-fields-count"] = "Break it: \"then serialize everything\"",
        ["extended-key/null-is-not-zero"] = "null, zero, nothing",
        ["extended-key/schema-key-order"] = "Stretch",
    };

    /// <summary>All known headings with their exercises and requirements.</summary>
    public static IEnumerable<(string Exercise, string Requirement, string Heading)> All =>
        Headings.Select(h => (h.Key.Split('/')[0], h.Key.Split('/')[1], h.Value));

    /// <summary>The heading, or null when no single section teaches it.</summary>
    public static string? Of(string exerciseId, string requirementId) => Headings.GetValueOrDefault($"{exerciseId}/{requirementId}");
}
