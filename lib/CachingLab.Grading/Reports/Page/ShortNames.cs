namespace CachingLab.Grading.Reports.Page;

/// <summary>Names without the beginning that all of them share, as <c>cachinglab-2026-</c> of cloned repositories: a narrow column has room for what differs.</summary>
internal sealed class ShortNames
{
    private const int Fewest = 3;
    private const int Shortest = 4;

    public ShortNames(IReadOnlyList<string> names) => Prefix = names.Count < Fewest ? "" : PrefixOf(names);

    /// <summary>What all names begin with, up to a separator; often empty.</summary>
    public string Prefix { get; }

    /// <summary>A name without the prefix.</summary>
    public string Of(string name) => name[Prefix.Length..];

    private static string PrefixOf(IReadOnlyList<string> names)
    {
        string shared = names.Aggregate((a, b) => a[..a.AsSpan().CommonPrefixLength(b.AsSpan())]);
        int end = shared.AsSpan().LastIndexOfAny("-_/.") + 1;
        return end < Shortest || names.Any(n => n.Length == end) ? "" : shared[..end];
    }
}
