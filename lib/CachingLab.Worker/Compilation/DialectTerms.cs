using CachingLab.Worker.Protocol;
using Microsoft.CodeAnalysis.CSharp;

namespace CachingLab.Worker.Compilation;

/// <summary>The compiler's settings for a dialect.</summary>
/// <param name="Version">The newest C# that a cell may use.</param>
/// <param name="Usings">The namespaces that need no using line.</param>
/// <param name="Prelude">The text of a cell that precedes the first one, or null.</param>
/// <param name="Library">Whether the course's library is referenced without an import and <c>#r</c> is refused.</param>
internal sealed record DialectTerms(LanguageVersion Version, IReadOnlyList<string> Usings, string? Prelude, bool Library)
{
    /// <summary>Whether exceptions name the line they come from. Grading is faster without.</summary>
    public bool Lines => !Library;

    private static readonly string[] Common =
        ["System", "System.Collections.Generic", "System.Linq", "System.Text", "System.Threading.Tasks"];

    // Names that at least one engine gives to every cell. They are a separate cell, so that declarations of the notebook take precedence.
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
