using CachingLab.Worker.Protocol;
using Microsoft.CodeAnalysis.CSharp;

namespace CachingLab.Worker.Compilation;

/// <summary>A dialect in the compiler's terms.</summary>
/// <param name="Version">The newest C# that a cell may use.</param>
/// <param name="Usings">The namespaces that need no using line.</param>
/// <param name="Library">Whether the course's library is there without an import, and <c>#r</c> is refused.</param>
internal sealed record DialectTerms(LanguageVersion Version, IReadOnlyList<string> Usings, bool Library)
{
    /// <summary>Whether exceptions say the line they come from; a grading is quicker without.</summary>
    public bool Lines => !Library;

    private static readonly string[] Common =
        ["System", "System.Collections.Generic", "System.Linq", "System.Text", "System.Threading.Tasks"];

    public static DialectTerms Of(CellDialect dialect) => dialect switch
    {
        CellDialect.Strict => new(LanguageVersion.CSharp13, Common, Library: false),
        CellDialect.Lenient => new(LanguageVersion.Latest, [.. Common, "System.IO", "System.Collections", "CachingLab.Worker.Running"], Library: true),
        CellDialect.Runner => new(LanguageVersion.Latest, [.. Common, "CachingLab.Worker.Running"], Library: false),
        _ => throw new ArgumentOutOfRangeException(nameof(dialect), dialect, "no such dialect"),
    };
}
