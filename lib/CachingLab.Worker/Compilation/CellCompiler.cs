using System.Collections.Concurrent;
using System.Collections.Immutable;
using CachingLab.Worker.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CachingLab.Worker.Compilation;

/// <summary>Compiles cells one after another as submissions of one script; safe to use from many threads.</summary>
/// <param name="dialect">What cells may take for granted.</param>
/// <param name="folder">The notebook's folder, where its import is found; null when the library is there anyway.</param>
internal sealed class CellCompiler(CellDialect dialect, string? folder = null)
{
    private const int LongestCell = 100_000;
    private static object? oneAtATime = new();
    private static readonly EmitOptions WithLines = new(debugInformationFormat: DebugInformationFormat.Embedded);
    private readonly ConcurrentDictionary<(ChainedCell? Previous, string Id, string Code), ChainedCell> shared = new();
    private readonly DialectTerms terms = DialectTerms.Of(dialect);
    private readonly CSharpParseOptions parsing = new(DialectTerms.Of(dialect).Version, kind: SourceCodeKind.Script);
    private readonly CSharpCompilationOptions options = new(
        Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary,
        scriptClassName: "Submission",
        usings: DialectTerms.Of(dialect).Usings,
        optimizationLevel: DialectTerms.Of(dialect).Lines ? OptimizationLevel.Debug : OptimizationLevel.Release,
        allowUnsafe: true,
        concurrentBuild: false,
        metadataReferenceResolver: new AbsoluteFileResolver(allowed: !DialectTerms.Of(dialect).Library));

    private ChainedCell? prelude;
    private bool hasPrelude;
    private int lastNumber;

    /// <summary>Compiles a cell that sees what the cells before it declare. One that is shared, after shared ones alone, is compiled once and kept.</summary>
    public ChainedCell Compile(SourceCell cell, ChainedCell? previous)
    {
        previous ??= Prelude();
        bool keep = cell.IsShared && previous is not { IsShared: false };
        return keep
            ? shared.GetOrAdd((previous, cell.Id, cell.Code), key => CompileNow(cell, key.Previous) with { IsShared = true })
            : CompileNow(cell, previous);
    }

    // It has using lines alone, so nothing of it runs. One is compiled at a time, and any before the first cell: of assemblies that are first read in
    // several threads at once the compiler holds several, and a function of the one is then another function than the same of the other.
    private ChainedCell? Prelude() => LazyInitializer.EnsureInitialized(ref prelude, ref hasPrelude, ref oneAtATime, CompilePrelude);

    private ChainedCell? CompilePrelude()
    {
        if (terms.Prelude is null)
            return null;
        var compilation = CSharpCompilation.CreateScriptCompilation(
            "Prelude", CSharpSyntaxTree.ParseText(terms.Prelude, parsing), References(null), options, returnType: typeof(object));
        return Errors(compilation.GetDiagnostics()) is [var error, ..]
            ? throw new InvalidOperationException(error.ToString())
            : new ChainedCell(new CompiledCell("", 0, default, [], []), compilation, IsShared: true);
    }

    private ChainedCell CompileNow(SourceCell cell, ChainedCell? previous)
    {
        if (cell.Code.Length > LongestCell)
            return Broken([Problem(1, $"the cell is longer than {LongestCell:N0} characters; move data into a file")]);
        if (!CellImport.TryRead(cell.Code, folder, out string? code, out string? problem))
            return Broken([Problem(CellImport.LineOf(cell.Code), problem)]);

        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(code, System.Text.Encoding.UTF8), parsing, cell.Id);
        CSharpCompilation compilation = CSharpCompilation.CreateScriptCompilation(
            $"Cell{Interlocked.Increment(ref lastNumber)}", tree, References(previous), options, previous?.Chain, typeof(object));
        using var image = new MemoryStream();

        // What a slip in the syntax does to the meaning of the lines around it is not worth telling.
        ImmutableArray<Diagnostic> errors = Errors(tree.GetDiagnostics());
        if (errors.IsEmpty)
            errors = Errors(compilation.Emit(image, options: terms.Lines ? WithLines : null).Diagnostics);
        var usings = new MissingUsing(compilation);
        if (!errors.IsEmpty)
            return Broken([.. errors.Select(e => ProblemOf(cell.Id, e, usings)).Distinct().OrderBy(p => (p.Line, p.Column))]);
        string[] assemblies = [.. previous?.Result.Assemblies ?? [], .. compilation.DirectiveReferences.Select(r => r.Display!)];
        return new ChainedCell(new CompiledCell(cell.Id, Place(), image.ToArray(), [], assemblies), compilation, IsShared: false);

        CellProblem Problem(int line, string message) => new(cell.Id, line, 1, "", message);

        ChainedCell Broken(CellProblem[] problems) => new(
            new CompiledCell(cell.Id, Place(), default, problems, previous?.Result.Assemblies ?? []), previous?.Chain, IsShared: false);

        int Place() => (previous?.Result.Place ?? 0) + 1;
    }

    private static ImmutableArray<Diagnostic> Errors(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(d => d.Severity is DiagnosticSeverity.Error)];

    private static CellProblem ProblemOf(string cell, Diagnostic error, MissingUsing usings)
    {
        LinePosition start = error.Location.GetLineSpan().StartLinePosition;
        string message = usings.Explain(error, error.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        return new CellProblem(cell, start.Line + 1, start.Character + 1, error.Id, message);
    }

    private ImmutableArray<MetadataReference> References(ChainedCell? previous)
    {
        ImmutableArray<MetadataReference> references = [.. CellReferences.Framework, CellReferences.StandIns];
        return terms.Library
            ? [.. references, .. CellReferences.Library]
            : [.. references, .. (previous?.Result.Assemblies ?? []).Select(f => MetadataReference.CreateFromFile(f))];
    }
}

/// <summary>A compiled cell with what later cells continue from.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="Chain">The last compilation that is not broken: its own, or that of a cell before it.</param>
/// <param name="IsShared">Whether only cells marked as shared came before it, so that it can be kept for the next notebook.</param>
internal sealed record ChainedCell(CompiledCell Result, CSharpCompilation? Chain, bool IsShared)
{
    public bool IsBroken => Result.Problems.Count > 0;
}
