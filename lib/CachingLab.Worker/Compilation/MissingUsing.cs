using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CachingLab.Worker.Compilation;

/// <summary>Finds the <c>using</c> line that a name lacks, among all public types that a cell can refer to.</summary>
internal sealed class MissingUsing(CSharpCompilation compilation)
{
    // Each search goes through all namespaces, and nobody needs more than the first few names.
    private const int MostNames = 5;
    private const int MostNamespaces = 3;
    private const string Attribute = "Attribute";
    private const string Question = " (are you missing a using directive or an assembly reference?)";

    // A match there is more likely a misspelling of another name: Sha256 is in Intrinsics.Arm, but SHA256 was meant.
    private static readonly string[] Unlikely =
        ["System.Runtime.Intrinsics", "System.Runtime.InteropServices", "System.Reflection", "System.Data", "System.Xml", "Microsoft.CSharp"];

    private readonly Dictionary<string, string?> found = [];

    /// <summary>The compiler's message, with the line to add when it is known.</summary>
    public string Explain(Diagnostic error, string message)
    {
        if (error.Id is not ("CS0103" or "CS0246") || error.Location.SourceTree is not { } tree)
            return message;
        string name = tree.GetRoot().FindToken(error.Location.SourceSpan.Start).ValueText;
        if (!found.TryGetValue(name, out string? line) && found.Count < MostNames)
            found[name] = line = LineFor(name);
        return line is null ? message : $"{message.Replace(Question, "", StringComparison.Ordinal)}; {line}";
    }

    private string? LineFor(string name)
    {
        string[] namespaces = [.. NamespacesOf(name).OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)];
        return namespaces switch
        {
            [] => null,
            [var only] => $"add: using {only};",
            _ => $"add one of: {string.Join(" ", namespaces.Take(MostNamespaces).Select(n => $"using {n};"))}",
        };
    }

    private IEnumerable<string> NamespacesOf(string name)
    {
        var waiting = new Stack<INamespaceSymbol>([compilation.GlobalNamespace]);
        while (waiting.TryPop(out INamespaceSymbol? space))
        {
            foreach (INamespaceSymbol inner in space.GetNamespaceMembers())
                waiting.Push(inner);
            if (space.IsGlobalNamespace || !(HasPublic(space, name) || HasPublic(space, name + Attribute)))
                continue;
            string full = space.ToDisplayString();
            if (!Unlikely.Any(u => IsIn(full, u)))
                yield return full;
        }
    }

    private static bool IsIn(string space, string outer) => space == outer || space.StartsWith(outer + ".", StringComparison.Ordinal);

    private static bool HasPublic(INamespaceSymbol space, string type) =>
        space.GetTypeMembers(type).Any(t => t.DeclaredAccessibility is Accessibility.Public);
}
