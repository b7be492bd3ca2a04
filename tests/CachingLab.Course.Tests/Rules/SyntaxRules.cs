using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CachingLab.Course.Tests.Rules;

/// <summary>The rules of the notebook dialect that need a parser: what one engine or another refuses although it is C#.</summary>
internal static class SyntaxRules
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>What a cell breaks, a line each, with the line's number.</summary>
    public static IEnumerable<string> Check(string source)
    {
        if (source.StartsWith("#!", StringComparison.Ordinal))
            return [];
        SyntaxNode root = CSharpSyntaxTree.ParseText(source, Parsing).GetRoot();
        IEnumerable<(Location Place, string? Problem)> ofNodes = root.DescendantNodes().Select(n => (n.GetLocation(), ProblemOf(n)));
        IEnumerable<(Location Place, string? Problem)> ofUsings = root.DescendantTokens().Where(IsUsingDeclarationAtTop)
            .Select(t => (t.GetLocation(), (string?)"no `using var` at top level: put it into a function or a { } block"));
        return ofNodes.Concat(ofUsings)
            .Where(p => p.Problem is not null)
            .Select(p => $"line {p.Place.GetLineSpan().StartLinePosition.Line + 1}: {p.Problem}");
    }

    private static string? ProblemOf(SyntaxNode node) => node switch
    {
        FieldDeclarationSyntax { Parent: CompilationUnitSyntax } field when NameOf(field.Declaration.Type) is "Span" or "ReadOnlySpan" =>
            "no Span variable at top level: put it into a function or a { } block",
        IdentifierNameSyntax { Identifier.ValueText: "dynamic" } name when IsType(name) => "no `dynamic`: Verso has no binder for it",
        MemberDeclarationSyntax member when member.Modifiers.Any(SyntaxKind.FileKeyword) => "no file-local types: a cell is no file",
        ParameterSyntax parameter when parameter.Modifiers.Any(SyntaxKind.ThisKeyword) && parameter.Ancestors().Any(a => a is ClassDeclarationSyntax) =>
            "no extension method inside a class: a cell's class is nested, and C# allows them in outer ones only",
        BaseNamespaceDeclarationSyntax => "no namespaces: scripts cannot declare them",
        _ => null,
    };

    // To a script's parser, a using declaration at top level is a using directive that went wrong.
    private static bool IsUsingDeclarationAtTop(SyntaxToken token) =>
        token.IsKind(SyntaxKind.UsingKeyword)
        && !token.GetNextToken().IsKind(SyntaxKind.OpenParenToken)
        && token.Parent is not UsingDirectiveSyntax { ContainsDiagnostics: false }
        && !token.Parent!.Ancestors().OfType<BlockSyntax>().Any();

    private static bool IsType(IdentifierNameSyntax name) => name.Parent is
        VariableDeclarationSyntax or ParameterSyntax or TypeArgumentListSyntax or MethodDeclarationSyntax or LocalFunctionStatementSyntax
        or PropertyDeclarationSyntax or CastExpressionSyntax or ArrayTypeSyntax or NullableTypeSyntax or ForEachStatementSyntax;

    private static string? NameOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => NameOf(qualified.Right),
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };
}
