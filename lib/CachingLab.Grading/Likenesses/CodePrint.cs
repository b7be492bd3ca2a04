using System.Text.RegularExpressions;

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

/// <summary>The words and signs of some C# code, without comments and white space.</summary>
internal static partial class CodeTokens
{
    /// <summary>What stands for every name that the code itself gives.</summary>
    public const string Renamed = "\u0001";

    private const string Interpolated = "$\"";
    private static readonly HashSet<string> BeforeUse = new(StringComparer.Ordinal)
    {
        "return", "new", "await", "throw", "in", "is", "as", "not", "and", "or", "case", "when", "else", "yield", "goto", "using", "typeof", "nameof",
    };

    private static readonly HashSet<string> NoName = new(StringComparer.Ordinal)
    {
        "abstract", "async", "base", "bool", "byte", "catch", "char", "class", "const", "decimal", "default", "do", "double", "enum", "false", "finally",
        "for", "foreach", "get", "if", "init", "int", "interface", "internal", "lock", "long", "null", "object", "out", "override", "params", "private",
        "protected", "public", "readonly", "record", "ref", "required", "sealed", "set", "static", "string", "struct", "switch", "this", "true", "try", "var",
        "virtual", "void", "while", "with",
    };

    /// <summary>Reads the tokens. What is inside an interpolated text counts as code, because names may be in it.</summary>
    public static IEnumerable<string> Read(string code)
    {
        foreach (string text in Token().Matches(code).Select(m => m.Value))
        {
            if (char.IsWhiteSpace(text[0]) || text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith("/*", StringComparison.Ordinal))
                continue;
            if (text.Length < 3 || !text.Contains('"', StringComparison.Ordinal) || !text.StartsWith('$'))
            {
                yield return text;
                continue;
            }

            yield return Interpolated;
            foreach (string inside in Read(text.Trim('$', '@', '"')))
                yield return inside;
        }
    }

    /// <summary>The tokens with one sign for all names that the code gives: variables, parameters, members and types.</summary>
    public static IReadOnlyList<string> Rename(IReadOnlyList<string> tokens)
    {
        HashSet<string> given = new(StringComparer.Ordinal);
        for (int i = 1; i < tokens.Count; i++)
        {
            if (IsName(tokens[i]) && (tokens[i - 1] is ">" or "]" or "?" || (IsWord(tokens[i - 1]) && !BeforeUse.Contains(tokens[i - 1]))))
                given.Add(tokens[i]);
        }

        return [.. tokens.Select(t => given.Contains(t) ? Renamed : t)];
    }

    private static bool IsWord(string token) => token[0] == '_' || char.IsLetter(token[0]);

    private static bool IsName(string token) => IsWord(token) && !NoName.Contains(token) && !BeforeUse.Contains(token);

    [GeneratedRegex(
        """"
        //[^\n]* | /\*.*?(?:\*/|$)
        | \$*"""(?:.*?)(?:"""|$) | [$@]*@[$@]*"(?:""|[^"])*(?:"|$) | \$?"(?:\\.|[^"\\\n])*"? | '(?:\\.|[^'\\\n])+'
        | [\p{L}_][\p{L}\p{N}_]* | \p{N}[\p{L}\p{N}_.]* | \s+ | .
        """",
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
