using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CachingLab.Execution;

/// <summary>Compiles cells one after another as submissions of one script; safe to use from many threads.</summary>
/// <param name="dialect">What cells may take for granted.</param>
/// <param name="folder">The notebook's folder, where its import is found; null when the library is there anyway.</param>
public sealed class CellCompiler(CellDialect dialect, string? folder = null)
{
    /// <summary>The class that a cell becomes.</summary>
    internal const string ScriptClass = "Submission";
    private const int LongestCell = 100_000;
    private static readonly EmitOptions Emitting = new(debugInformationFormat: DebugInformationFormat.Embedded);
    private readonly ConcurrentDictionary<(CompiledCell? Previous, SourceCell Cell), CompiledCell> shared = new();
    private readonly CSharpParseOptions parsing = new(dialect.Version, kind: SourceCodeKind.Script);
    private readonly CSharpCompilationOptions options = new(
        OutputKind.DynamicallyLinkedLibrary,
        scriptClassName: ScriptClass,
        usings: dialect.Usings,
        optimizationLevel: OptimizationLevel.Debug,
        allowUnsafe: true,
        concurrentBuild: false,
        metadataReferenceResolver: new AbsoluteFileResolver(allowed: !dialect.Library));

    private int lastNumber;

    /// <summary>Compiles a course cell: kept, so that the next notebook with the same cells before it gets it for nothing.</summary>
    public CompiledCell CompileShared(SourceCell cell, CompiledCell? previous, CancellationToken cancellationToken = default) =>
        previous is { IsShared: false }
            ? Compile(cell, previous, cancellationToken)
            : shared.GetOrAdd((previous, cell), key => Compile(key.Cell, key.Previous, isShared: true, cancellationToken));

    /// <summary>Compiles a cell that sees what the cells before it declare.</summary>
    /// <returns>The cell; its <see cref="CompiledCell.Problems"/> say what is wrong with it.</returns>
    public CompiledCell Compile(SourceCell cell, CompiledCell? previous, CancellationToken cancellationToken = default) =>
        Compile(cell, previous, isShared: false, cancellationToken);

    private CompiledCell Compile(SourceCell cell, CompiledCell? previous, bool isShared, CancellationToken cancellationToken)
    {
        CompiledCell Broken(int line, string message) => new(cell, previous, previous?.Chain)
        {
            Problems = [new CellProblem(cell.Id, line, 1, "", message)],
            Assemblies = previous?.Assemblies ?? [],
            IsShared = isShared,
        };

        if (cell.Code.Length > LongestCell)
            return Broken(1, $"the cell is longer than {LongestCell:N0} characters; move data into a file");
        return CellImport.TryRead(cell.Code, folder, out string? code, out string? problem)
            ? DeepStack.Run(CompileCode)
            : Broken(CellImport.LineOf(cell.Code), problem);

        CompiledCell CompileCode()
        {
            if (BracketNesting.LineIn(code, cancellationToken) is { } deep)
                return Broken(deep, $"brackets are nested more than {BracketNesting.MostNested} deep here, or $\"\" stands too often; take the cell apart");
            SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(code, System.Text.Encoding.UTF8), parsing, cell.Id, cancellationToken);
            if (LambdaMaze.LineIn(tree, cancellationToken) is { } line)
                return Broken(line, $"functions are nested more than {LambdaMaze.MostNested} deep here; give the inner ones names of their own");
            CSharpCompilation compilation = CSharpCompilation.CreateScriptCompilation(
                $"Cell{Interlocked.Increment(ref lastNumber)}", tree, References(previous), options, previous?.Chain, typeof(object));
            using var image = new MemoryStream();
            EmitResult result = compilation.Emit(image, options: Emitting, cancellationToken: cancellationToken);
            ImmutableArray<Diagnostic> errors = [.. result.Diagnostics.Where(d => d.Severity is DiagnosticSeverity.Error)];
            if (errors.IsEmpty)
            {
                return new CompiledCell(cell, previous, compilation)
                {
                    Assembly = image.ToArray(),
                    Assemblies = [.. previous?.Assemblies ?? [], .. compilation.DirectiveReferences.Select(r => r.Display!)],
                    IsShared = isShared,
                };
            }

            return new CompiledCell(cell, previous, previous?.Chain)
            {
                Problems = [.. errors.Select(e => ProblemOf(cell.Id, e)).Distinct().OrderBy(p => (p.Line, p.Column))],
                Assemblies = previous?.Assemblies ?? [],
                IsShared = isShared,
            };
        }
    }

    private static CellProblem ProblemOf(string cell, Diagnostic error)
    {
        LinePosition start = error.Location.GetLineSpan().StartLinePosition;
        return new CellProblem(
            cell, start.Line + 1, start.Character + 1, error.Id, error.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    private ImmutableArray<MetadataReference> References(CompiledCell? previous)
    {
        ImmutableArray<MetadataReference> references = [.. CellReferences.Framework, CellReferences.Display];
        return dialect.Library
            ? [.. references, .. CellReferences.Library]
            : [.. references, .. (previous?.Assemblies ?? []).Select(f => MetadataReference.CreateFromFile(f))];
    }
}
