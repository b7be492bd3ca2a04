using System.Text.RegularExpressions;

namespace CachingLab.Grading.Likenesses;

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
