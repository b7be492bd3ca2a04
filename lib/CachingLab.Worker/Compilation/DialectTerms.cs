using CachingLab.Worker.Protocol;
using Microsoft.CodeAnalysis.CSharp;

namespace CachingLab.Worker.Compilation;

/// <summary>A dialect in the compiler's terms.</summary>
/// <param name="Version">The newest C# that a cell may use.</param>
/// <param name="Usings">The namespaces that need no using line.</param>
/// <param name="Prelude">What the first cell sees as if it were a cell before it, or null.</param>
/// <param name="Library">Whether the course's library is there without an import, and <c>#r</c> is refused.</param>
internal sealed record DialectTerms(LanguageVersion Version, IReadOnlyList<string> Usings, string? Prelude, bool Library)
{
    /// <summary>Whether exceptions say the line they come from; a grading is quicker without.</summary>
    public bool Lines => !Library;

    private static readonly string[] Common =
        ["System", "System.Collections.Generic", "System.Linq", "System.Text", "System.Threading.Tasks"];

    // What at least one engine gives to every cell. It is a cell of its own, so that what the notebook's cells declare comes first.
    private const string EnginesOwn =
        """
        using System.Collections;
        using System.Diagnostics;
        using System.Dynamic;
        using System.IO;
        using System.Linq.Expressions;
        using static System.Console;
        using CachingLab.Worker.StandIns;
        using static CachingLab.Worker.StandIns.EngineFunctions;
        """;

    public static DialectTerms Of(CellDialect dialect) => dialect switch
    {
        CellDialect.Strict => new(LanguageVersion.CSharp13, Common, Prelude: null, Library: false),
        CellDialect.Lenient => new(LanguageVersion.Latest, Common, EnginesOwn, Library: true),
        CellDialect.Runner => new(LanguageVersion.Latest, Common, EnginesOwn, Library: false),
        _ => throw new ArgumentOutOfRangeException(nameof(dialect), dialect, "no such dialect"),
    };
}
