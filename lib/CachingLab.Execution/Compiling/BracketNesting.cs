using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CachingLab.Execution;

/// <summary>Finds brackets nested so deep that the parser, which looks ahead from each for the one that closes it, would be busy for hours.</summary>
internal static class BracketNesting
{
    /// <summary>How deep brackets may be nested; what people write needs a tenth of it.</summary>
    public const int MostNested = 200;

    // One inside the other, each is read again for every one around it. Counted as text: to find the tokens takes that reading, too.
    private const int MostInterpolated = 300;

    /// <summary>The line, counted from 1, of the first bracket that is nested deeper, or of one interpolated text too many; null when there is none.</summary>
    public static int? LineIn(string code, CancellationToken cancellationToken)
    {
        int interpolated = 0;
        for (int i = 0; i + 1 < code.Length; i++)
        {
            if (code[i] == '$' && (code[i + 1] is '"' or '@' or '$') && ++interpolated > MostInterpolated)
                return code.AsSpan(0, i).Count('\n') + 1;
        }

        (int depth, int angles) = (0, 0);
        foreach (SyntaxToken token in SyntaxFactory.ParseTokens(code))
        {
            cancellationToken.ThrowIfCancellationRequested();
            (depth, angles) = token.Kind() switch
            {
                SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => (depth + 1, angles),
                SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => (Math.Max(0, depth - 1), angles),
                SyntaxKind.OpenBraceToken => (depth + 1, 0),
                SyntaxKind.CloseBraceToken => (Math.Max(0, depth - 1), 0),

                // Comparisons have no closing one: they are forgotten at the statement's end.
                SyntaxKind.LessThanToken => (depth, angles + 1),
                SyntaxKind.GreaterThanToken => (depth, Math.Max(0, angles - 1)),
                SyntaxKind.SemicolonToken => (depth, 0),
                _ => (depth, angles),
            };
            if (depth + angles > MostNested)
                return code.AsSpan(0, token.SpanStart).Count('\n') + 1;
        }

        return null;
    }
}
