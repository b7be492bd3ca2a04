namespace CachingLab.Notebooks;

/// <summary>Supplies unused ids.</summary>
internal sealed class FreshIds(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = [.. taken];
    private readonly Dictionary<string, int> _next = [];

    public bool IsTaken(string id) => _taken.Contains(id);

    /// <summary>Takes the wanted id, or that id followed by a number when it is in use.</summary>
    public string Take(string wanted)
    {
        string id = wanted;
        int n = _next.GetValueOrDefault(wanted, 2);
        for (; !_taken.Add(id); n++)
            id = $"{wanted}-{n}";
        _next[wanted] = n;
        return id;
    }
}
