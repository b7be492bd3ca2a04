namespace CachingLab.Notebooks;

/// <summary>Gives ids that are not taken yet.</summary>
/// <param name="taken">The ids that are.</param>
internal sealed class FreshIds(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = [.. taken];
    private readonly Dictionary<string, int> _next = [];

    public bool IsTaken(string id) => _taken.Contains(id);

    /// <summary>The id that is wanted, or that with a number after it; taken from now on.</summary>
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
