namespace CachingLab.Notebooks;

/// <summary>Supplies unused ids.</summary>
internal sealed class FreshIds(IEnumerable<string> taken)
{
    private readonly HashSet<string> used = [.. taken];
    private readonly Dictionary<string, int> next = [];

    public bool IsTaken(string id) => used.Contains(id);

    /// <summary>Takes the wanted id, or that id followed by a number when it is in use.</summary>
    public string Take(string wanted)
    {
        string id = wanted;
        int n = next.GetValueOrDefault(wanted, 2);
        for (; !used.Add(id); n++)
            id = $"{wanted}-{n}";
        next[wanted] = n;
        return id;
    }
}
