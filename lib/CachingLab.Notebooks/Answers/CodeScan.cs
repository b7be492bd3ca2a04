namespace CachingLab.Notebooks.Answers;

/// <summary>Examines C# text without a compiler.</summary>
internal static class CodeScan
{
    private const int LongestParameterList = 2000;
    private const int MostPlaces = 50;
    private const int DeepestHole = 30;

    private static readonly HashSet<string> NotATypeBefore = new(StringComparer.Ordinal)
    {
        "return", "new", "await", "throw", "in", "is", "as", "else", "yield", "case", "when", "and", "or", "not", "do", "goto", "using", "out", "ref", "with",
    };

    private static readonly HashSet<string> TypeKeywords = new(StringComparer.Ordinal) { "class", "struct", "record", "interface", "enum" };

    /// <summary>Replaces comments, strings and character literals with spaces. The length and the line breaks stay.</summary>
    public static string Blank(string source)
    {
        char[] text = source.ToCharArray();
        int at = 0;
        BlankCode(text, ref at, inHole: false, depth: 0);
        return new string(text);
    }

    /// <summary>Whether code declares a function, a type or a variable of a name.</summary>
    public static bool Declares(string source, string name)
    {
        string code = Blank(source);

        // The bound keeps the scan of a hostile text fast.
        int places = 0;
        for (int at = code.IndexOf(name, StringComparison.Ordinal); at >= 0 && places < MostPlaces; at = code.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            int end = at + name.Length;
            if ((at > 0 && IsWord(code[at - 1])) || (end < code.Length && IsWord(code[end])))
                continue;
            string before = WordBefore(code, at > 0 && code[at - 1] == '@' ? at - 1 : at);
            if (TypeKeywords.Contains(before))
                return true;
            if (before.Length == 0 || NotATypeBefore.Contains(before))
                continue;
            places++;
            if (DeclaresAt(code, end))
                return true;
        }

        return false;
    }

    /// <summary>Whether code still throws the exception of a stub.</summary>
    public static bool IsUnfinished(string source)
    {
        string code = string.Join(' ', Blank(source).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return code.Contains("throw new NotImplementedException", StringComparison.Ordinal)
            || code.Contains("throw new System.NotImplementedException", StringComparison.Ordinal);
    }

    /// <summary>Whether a text is more likely C# than prose.</summary>
    public static bool LooksLikeCode(string source)
    {
        string[] lines = [.. source.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];
        int code = lines.Count(l => l[^1] is ';' or '{' or '}' || l.StartsWith("//", StringComparison.Ordinal) || l.EndsWith("=>", StringComparison.Ordinal));
        return code > 0 && code * 2 >= lines.Length;
    }

    /// <summary>The first line, from 1, that is a magic or loads an assembly or a script; 0 when there is none.</summary>
    public static int FirstMagic(string source) => Array.FindIndex(Blank(source).Split('\n'), l => IsDirective(l) || IsShellMagic(l)) + 1;

    /// <summary>Whether a blanked line is an engine's directive: <c>#!</c>, <c>#r</c> or <c>#load</c>.</summary>
    public static bool IsDirective(string line)
    {
        line = line.TrimStart();
        return line.StartsWith("#!", StringComparison.Ordinal) || IsDirective(line, "r") || IsDirective(line, "load");
    }

    /// <summary>Whether a line is <c>%magic</c> or <c>!command</c>, and not the continuation of a C# expression.</summary>
    private static bool IsShellMagic(string line) => line switch
    {
        ['%', '%', ..] => true,
        ['%' or '!', var c, ..] when char.IsLetter(c) => line.TrimEnd() is not [.., ';' or ')' or '{' or '&' or '|'],
        _ => false,
    };

    private static bool IsDirective(string line, string word)
    {
        if (!line.StartsWith('#'))
            return false;
        string rest = line[1..].TrimStart();
        return rest.StartsWith(word, StringComparison.Ordinal) && (rest.Length == word.Length || !IsWord(rest[word.Length]));
    }

    /// <summary>Whether a parameter list with a body, or an assignment, follows a name.</summary>
    private static bool DeclaresAt(string code, int at)
    {
        at = AfterSpace(code, at);
        if (at < code.Length && code[at] == '=')
            return at + 1 < code.Length && code[at + 1] is not ('=' or '>');
        if (at < code.Length && code[at] == '<')
        {
            int close = code.AsSpan(at, Math.Min(200, code.Length - at)).IndexOf('>');
            if (close < 0)
                return false;
            at = AfterSpace(code, at + close + 1);
        }

        if (at >= code.Length || code[at] != '(')
            return false;
        int depth = 0;
        int limit = Math.Min(code.Length, at + LongestParameterList);
        for (; at < limit; at++)
        {
            depth += code[at] == '(' ? 1 : code[at] == ')' ? -1 : 0;
            if (depth == 0)
                break;
        }

        if (depth > 0)
            return false;
        at = AfterSpace(code, at + 1);
        return at < code.Length
            && (code[at] == '{' || code.AsSpan(at).StartsWith("=>", StringComparison.Ordinal) || code.AsSpan(at).StartsWith("where ", StringComparison.Ordinal));
    }

    private static int AfterSpace(string code, int at)
    {
        while (at < code.Length && char.IsWhiteSpace(code[at]))
            at++;
        return at;
    }

    /// <summary>The word or the closing mark of a type's name before a position; empty when there is neither.</summary>
    private static string WordBefore(string code, int at)
    {
        int end = at;
        while (end > 0 && char.IsWhiteSpace(code[end - 1]))
            end--;
        if (end > 0 && (code[end - 1] is ']' or '?' || (code[end - 1] == '>' && !(end > 1 && code[end - 2] == '='))))
            return code[end - 1].ToString();
        int start = end;
        while (start > 0 && IsWord(code[start - 1]))
            start--;
        return code[start..end];
    }

    private static bool IsWord(char c) => c == '_' || char.IsLetterOrDigit(c);

    private static void BlankCode(char[] text, ref int at, bool inHole, int depth)
    {
        int braces = 0;
        while (at < text.Length)
        {
            char c = text[at];
            char next = at + 1 < text.Length ? text[at + 1] : '\0';
            if (inHole && c == '}' && braces-- == 0)
                return;
            if (inHole && c == '{')
                braces++;
            if (c == '/' && next == '/')
                BlankUntil(text, ref at, "\n", keepsEnd: true);
            else if (c == '/' && next == '*')
                BlankUntil(text, ref at, "*/", keepsEnd: false);
            else if (c == '\'')
                BlankQuoted(text, ref at, '\'', verbatim: false, holes: false, depth);
            else if (c is '"' or '$' or '@')
                BlankString(text, ref at, depth);
            else
                at++;
        }
    }

    private static void BlankString(char[] text, ref int at, int depth)
    {
        int quote = at;
        bool verbatim = false, holes = false;
        while (quote < text.Length && text[quote] is '$' or '@')
        {
            verbatim |= text[quote] == '@';
            holes |= text[quote] == '$';
            quote++;
        }

        if (quote >= text.Length || text[quote] != '"')
        {
            at = Math.Max(at + 1, quote);
            return;
        }

        int quotes = 0;
        while (quote + quotes < text.Length && text[quote + quotes] == '"')
            quotes++;
        while (at < quote)
            text[at++] = ' ';
        if (quotes >= 3 && !verbatim)
            BlankRaw(text, ref at, quotes);
        else
            BlankQuoted(text, ref at, '"', verbatim, holes && depth < DeepestHole, depth);
    }

    private static void BlankUntil(char[] text, ref int at, string end, bool keepsEnd)
    {
        int from = Math.Min(text.Length, at + (keepsEnd ? 0 : end.Length));
        int found = text.AsSpan(from).IndexOf(end);
        int stop = found < 0 ? text.Length : from + found + (keepsEnd ? 0 : end.Length);
        while (at < stop)
            BlankOne(text, ref at);
    }

    // Counts runs of quotes in one pass, because searching at every position would be quadratic.
    private static void BlankRaw(char[] text, ref int at, int quotes)
    {
        for (int i = 0; i < quotes; i++)
            BlankOne(text, ref at);
        for (int run = 0; at < text.Length && run < quotes;)
        {
            run = text[at] == '"' ? run + 1 : 0;
            BlankOne(text, ref at);
        }
    }

    private static void BlankQuoted(char[] text, ref int at, char quote, bool verbatim, bool holes, int depth)
    {
        BlankOne(text, ref at);
        while (at < text.Length)
        {
            char c = text[at];
            char next = at + 1 < text.Length ? text[at + 1] : '\0';
            if (c == '\n' && !verbatim)
                return;
            if ((c == '\\' && !verbatim && next != '\n') || (c == quote && verbatim && next == quote) || (holes && c is '{' or '}' && next == c))
            {
                BlankOne(text, ref at);
                if (at < text.Length)
                    BlankOne(text, ref at);
                continue;
            }

            BlankOne(text, ref at);
            if (c == quote)
                return;
            if (holes && c == '{')
            {
                BlankCode(text, ref at, inHole: true, depth + 1);
                if (at < text.Length)
                    BlankOne(text, ref at);
            }
        }
    }

    private static void BlankOne(char[] text, ref int at)
    {
        if (text[at] is not ('\n' or '\r'))
            text[at] = ' ';
        at++;
    }
}
