using System.Collections;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;

namespace CachingLab.Checks;

/// <summary>
/// Notices cells that do not compile, by the exception that Roslyn throws in every notebook engine. Such a cell leaves no other trace in the process.
/// The exception is read by reflection because this library does not reference Roslyn.
/// </summary>
internal sealed class BrokenCells
{
    private const string Thrown = "Microsoft.CodeAnalysis.Scripting.CompilationErrorException";
    private readonly Lock gate = new();
    private readonly List<BrokenCell> cells = [];

    public BrokenCells() => AppDomain.CurrentDomain.FirstChanceException += Notice;

    /// <summary>The last cell that was to declare this name, or null.</summary>
    public BrokenCell? Last(string name)
    {
        lock (gate)
            return cells.FindLast(c => c.Declares(name));
    }

    private void Notice(object? sender, FirstChanceExceptionEventArgs e)
    {
        try
        {
            if (e.Exception.GetType().FullName is Thrown && BrokenCell.Read(e.Exception) is { } cell)
            {
                lock (gate)
                {
                    // An awaited exception is thrown again by each caller.
                    cells.RemoveAll(c => c.Source == cell.Source);
                    cells.Add(cell);
                    if (cells.Count > 20)
                        cells.RemoveAt(0);
                }
            }
        }
        catch (Exception)
        {
            // Another version of Roslyn: nothing is noticed. An event handler must not throw.
        }
    }
}

/// <summary>A cell that does not compile.</summary>
/// <param name="Error">The first error, with its line.</param>
/// <param name="Before">The assemblies that were loaded when the cell was run.</param>
internal sealed record BrokenCell(string Source, string Error, IReadOnlySet<Assembly> Before)
{
    private static readonly string[] NoTypes = ["return", "await", "new", "throw", "else"];

    /// <summary>Reads Roslyn's exception; null when it holds no error.</summary>
    public static BrokenCell? Read(Exception exception)
    {
        foreach (object diagnostic in (IEnumerable)Get(exception, "Diagnostics")!)
        {
            if (Get(diagnostic, "Severity")?.ToString() != "Error" || Get(diagnostic, "Location") is not { } location || Get(location, "SourceTree") is not { } tree)
                continue;
            object start = Get(location.GetType().GetMethod("GetLineSpan")!.Invoke(location, null)!, "StartLinePosition")!;
            object? message = diagnostic.GetType().GetMethod("GetMessage")!.Invoke(diagnostic, [null]);
            return new BrokenCell(tree.ToString()!, $"line {(int)Get(start, "Line")! + 1}: {message}", AppDomain.CurrentDomain.GetAssemblies().ToHashSet());
        }

        return null;
    }

    /// <summary>Whether the cell was to declare a function or a class of that name, and not only to use one.</summary>
    public bool Declares(string name) => Regex
        .Matches(
            Source,
            $@"^[ \t]*((?:[\w.]+(?:<[^()=;\n]*>)?[?\[\]]*[ \t]+)+){Regex.Escape(name)}[ \t]*[(\r\n:{{]",
            RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)
        .Any(m => !m.Groups[1].Value.Split([' ', '\t']).Any(NoTypes.Contains));

    private static object? Get(object target, string property) => target.GetType().GetProperty(property)!.GetValue(target);
}
