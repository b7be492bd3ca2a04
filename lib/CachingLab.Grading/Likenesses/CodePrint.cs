namespace CachingLab.Grading.Likenesses;

/// <summary>What answers are compared by: the runs of five tokens in an answer that are not in the stub that was handed out.</summary>
internal sealed class CodePrint
{
    // Shorter answers are much alike when they are right.
    private const int Fewest = 60;
    private const int Run = 5;
    private readonly IReadOnlyList<string> tokens;
    private readonly IReadOnlyList<string> renamed;
    private readonly HashSet<int> runs;

    private CodePrint(IReadOnlyList<string> tokens, IReadOnlyList<string> renamed, HashSet<int> runs)
    {
        this.tokens = tokens;
        this.renamed = renamed;
        this.runs = runs;
    }

    /// <summary>The print of an answer, or null when it is too short to tell copies from answers that agree because they are right.</summary>
    /// <param name="code">The answer.</param>
    /// <param name="stub">The cell as it was handed out.</param>
    public static CodePrint? Of(string code, string stub)
    {
        string[] tokens = [.. CodeTokens.Read(code)];
        IReadOnlyList<string> renamed = CodeTokens.Rename(tokens);
        HashSet<int> runs = Runs(renamed);
        runs.ExceptWith(Runs(CodeTokens.Rename([.. CodeTokens.Read(stub)])));
        return runs.Count < Fewest ? null : new(tokens, renamed, runs);
    }

    /// <summary>Whether the texts are the same but for comments and white space.</summary>
    public bool IsSame(CodePrint other) => tokens.SequenceEqual(other.tokens, StringComparer.Ordinal);

    /// <summary>Whether the texts are the same but for the names that they give.</summary>
    public bool IsRenamed(CodePrint other) => renamed.SequenceEqual(other.renamed, StringComparer.Ordinal);

    /// <summary>How much of the two texts is common, from 0 to 1.</summary>
    public double Share(CodePrint other)
    {
        // Two texts of very different lengths cannot have most in common.
        (HashSet<int> small, HashSet<int> large) = runs.Count < other.runs.Count ? (runs, other.runs) : (other.runs, runs);
        return large.Count > small.Count * 2 ? 0 : 2.0 * small.Count(large.Contains) / (small.Count + large.Count);
    }

    private static HashSet<int> Runs(IReadOnlyList<string> tokens)
    {
        var runs = new HashSet<int>();
        for (int i = 0; i + Run <= tokens.Count; i++)
        {
            // A hash that is the same in every process, so that a report made again is the same report.
            uint hash = 2166136261;
            for (int j = i; j < i + Run; j++)
            {
                foreach (char c in tokens[j])
                    hash = (hash ^ c) * 16777619;
                hash = (hash ^ '\n') * 16777619;
            }

            runs.Add((int)hash);
        }

        return runs;
    }
}
