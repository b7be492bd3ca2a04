using System.Collections.Concurrent;
using System.Collections.Immutable;
using CachingLab.Worker.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CachingLab.Worker.Compilation;

/// <summary>Compiles cells one after another as submissions of one script; safe to use from many threads.</summary>
/// <param name="folder">The folder that the notebook's import is relative to; null when the library is referenced in any case.</param>
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

    /// <summary>Compiles a cell that sees the declarations of the cells before it. A shared cell that follows only shared ones is cached.</summary>
    public ChainedCell Compile(SourceCell cell, ChainedCell? previous)
    {
        previous ??= Prelude();
        bool keep = cell.IsShared && previous is not { IsShared: false };
        return keep
            ? shared.GetOrAdd((previous, cell.Id, cell.Code), key => CompileNow(cell, key.Previous) with { IsShared = true })
            : CompileNow(cell, previous);
    }

    // The prelude has only using lines, so it does not run. It is compiled under a lock, before any cell: when several threads read an assembly for the
    // first time, the compiler may hold it twice, and functions of the two copies differ.
    private ChainedCell? Prelude() => LazyInitializer.EnsureInitialized(ref prelude, ref hasPrelude, ref oneAtATime, CompilePrelude);

    private ChainedCell? CompilePrelude()
    {
        if (terms.Prelude is null)
            return null;
        var compilation = CSharpCompilation.CreateScriptCompilation(
            "Prelude", CSharpSyntaxTree.ParseText(terms.Prelude, parsing), References(null, production: false), options, returnType: typeof(object));
        return Errors(compilation.GetDiagnostics()) is [var error, ..]
            ? throw new InvalidOperationException(error.ToString())
            : new ChainedCell(new CompiledCell("", 0, default, [], []), compilation, IsShared: true, IsProduction: false);
    }

    private ChainedCell CompileNow(SourceCell cell, ChainedCell? previous)
    {
        if (cell.Code.Length > LongestCell)
            return Broken([Problem(1, $"the cell is longer than {LongestCell:N0} characters; move data into a file")]);
        if (!CellImport.TryRead(cell.Code, folder, out string? code, out string? problem))
            return Broken([Problem(CellImport.LineOf(cell.Code), problem)]);

        bool production = previous is { IsProduction: true } || CellImport.IsOfPartTwo(cell.Code);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(code, System.Text.Encoding.UTF8), parsing, cell.Id);
        CSharpCompilation compilation = CSharpCompilation.CreateScriptCompilation(
            $"Cell{Interlocked.Increment(ref lastNumber)}", tree, References(previous, production), options, previous?.Chain, typeof(object));
        using var image = new MemoryStream();

        // Semantic errors that follow from a syntax error are not worth reporting.
        ImmutableArray<Diagnostic> errors = Errors(tree.GetDiagnostics());
        if (errors.IsEmpty)
            errors = Errors(compilation.Emit(image, options: terms.Lines ? WithLines : null).Diagnostics);
        var usings = new MissingUsing(compilation);
        if (!errors.IsEmpty)
            return Broken([.. errors.Select(e => ProblemOf(cell.Id, e, usings)).Distinct().OrderBy(p => (p.Line, p.Column))]);
        string[] assemblies = [.. previous?.Result.Assemblies ?? [], .. compilation.DirectiveReferences.Select(r => r.Display!)];
        return new ChainedCell(new CompiledCell(cell.Id, Place(), image.ToArray(), [], assemblies), compilation, IsShared: false, production);

        CellProblem Problem(int line, string message) => new(cell.Id, line, 1, "", message);

        ChainedCell Broken(CellProblem[] problems) => new(
            new CompiledCell(cell.Id, Place(), default, problems, previous?.Result.Assemblies ?? []), previous?.Chain, IsShared: false, previous is { IsProduction: true });

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

    private ImmutableArray<MetadataReference> References(ChainedCell? previous, bool production)
    {
        ImmutableArray<MetadataReference> references = [.. CellReferences.Framework, CellReferences.StandIns];
        return terms.Library
            ? [.. references, .. CellReferences.Library, .. production ? CellReferences.Production : []]
            : [.. references, .. (previous?.Result.Assemblies ?? []).Select(f => MetadataReference.CreateFromFile(f))];
    }
}

/// <summary>A compiled cell with what later cells continue from.</summary>
/// <param name="Chain">The last compilation without errors: its own, or that of a cell before it.</param>
/// <param name="IsShared">Whether this cell and all before it are shared, so that it can be cached for the next notebook.</param>
/// <param name="IsProduction">Whether this cell or one before it imports the library of part two.</param>
internal sealed record ChainedCell(CompiledCell Result, CSharpCompilation? Chain, bool IsShared, bool IsProduction)
{
    public bool IsBroken => Result.Problems.Count > 0;
}

/// <summary>Resolves <c>#r</c> with an absolute path, the only form that every engine understands, or none at all.</summary>
/// <param name="allowed">Whether references are resolved at all.</param>
internal sealed class AbsoluteFileResolver(bool allowed) : MetadataReferenceResolver
{
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        Allowed && Path.IsPathFullyQualified(reference) && File.Exists(reference)
            ? [MetadataReference.CreateFromFile(reference, properties)]
            : [];

    public override bool Equals(object? other) => other is AbsoluteFileResolver resolver && resolver.Allowed == Allowed;

    public override int GetHashCode() => Allowed.GetHashCode();

    private bool Allowed { get; } = allowed;
}
