using Microsoft.CodeAnalysis.CSharp;

namespace CachingLab.Execution;

/// <summary>What a cell may take for granted.</summary>
/// <param name="Version">The newest C# it may use.</param>
/// <param name="Usings">The namespaces that need no using line.</param>
/// <param name="Library">Whether the course's library is there without an import, and <c>#r</c> is refused.</param>
public sealed record CellDialect(LanguageVersion Version, IReadOnlyList<string> Usings, bool Library)
{
    private static readonly string[] Common =
        ["System", "System.Collections.Generic", "System.Linq", "System.Text", "System.Threading.Tasks"];

    /// <summary>What every notebook engine accepts: the course's own cells are held to it.</summary>
    public static CellDialect Strict { get; } = new(LanguageVersion.CSharp13, Common, Library: false);

    /// <summary>What at least one engine accepts: a learner's answer that worked there is not refused here.</summary>
    public static CellDialect Lenient { get; } =
        new(LanguageVersion.Latest, [.. Common, "System.IO", "System.Collections", "CachingLab.Sandbox"], Library: true);

    /// <summary>As <see cref="Strict"/>, with what the headless runner offers besides: <c>.Display()</c> and newer syntax.</summary>
    public static CellDialect Runner { get; } = new(LanguageVersion.Latest, [.. Common, "CachingLab.Sandbox"], Library: false);
}
