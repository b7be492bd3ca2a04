using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CachingLab.Execution;

/// <summary>Finds lambdas nested so deep that the compiler, which tries each with every overload around it, would be busy for hours.</summary>
internal static class LambdaMaze
{
    /// <summary>How deep lambdas may be nested; what people write needs half of it.</summary>
    public const int MostNested = 6;

    /// <summary>The line, counted from 1, of the first lambda that is nested deeper; null when none is.</summary>
    public static int? LineIn(SyntaxTree tree, CancellationToken cancellationToken)
    {
        // Not by recursion: the tree may be deeper than the stack.
        var left = new Stack<(SyntaxNode Node, int Depth)>();
        left.Push((tree.GetRoot(cancellationToken), 0));
        while (left.TryPop(out (SyntaxNode Node, int Depth) at))
        {
            int depth = at.Depth + (at.Node is AnonymousFunctionExpressionSyntax ? 1 : 0);
            if (depth > MostNested)
                return tree.GetLineSpan(at.Node.Span, cancellationToken).StartLinePosition.Line + 1;
            foreach (SyntaxNode child in at.Node.ChildNodes())
                left.Push((child, depth));
        }

        return null;
    }
}
