using System.Collections;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;

namespace CachingLab.Checks;

/// <summary>
/// Notices cells that do not compile. Every notebook engine throws Roslyn's exception for one and catches it: nothing else of such a cell is left in the process.
/// The exception is read by reflection, for this library has no reference to Roslyn.
/// </summary>
internal sealed class BrokenCells
{
    private const string Thrown = "Microsoft.CodeAnalysis.Scripting.CompilationErrorException";
    private readonly Lock gate = new();
    private readonly List<BrokenCell> cells = [];

    private BrokenCells()
    {
    }

    /// <summary>Begins to notice them.</summary>
    public static BrokenCells Watch()
    {
        var broken = new BrokenCells();
        AppDomain.CurrentDomain.FirstChanceException += broken.Notice;
        return broken;
    }

    /// <summary>The last one that was to declare this name, or null.</summary>
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
                    // Awaited, the same exception is thrown once more at each step.
                    cells.RemoveAll(c => c.Source == cell.Source);
                    cells.Add(cell);
                    if (cells.Count > 20)
                        cells.RemoveAt(0);
                }
            }
        }
        catch (Exception)
        {
            // Another Roslyn than was known: then nothing is noticed. Nothing may be thrown here.
        }
    }
}

/// <summary>A cell that does not compile.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Error">The first error, with its line.</param>
/// <param name="Before">What was loaded already when it was run.</param>
internal sealed record BrokenCell(string Source, string Error, IReadOnlySet<Assembly> Before)
{
    private static readonly string[] NoTypes = ["return", "await", "new", "throw", "else"];

    /// <summary>What Roslyn's exception says of the cell, or null.</summary>
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

    /// <summary>Whether it was to declare a function or a class of that name, and not only to use it.</summary>
    public bool Declares(string name) => Regex
        .Matches(
            Source,
            $@"^[ \t]*((?:[\w.]+(?:<[^()=;\n]*>)?[?\[\]]*[ \t]+)+){Regex.Escape(name)}[ \t]*[(\r\n:{{]",
            RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)
        .Any(m => !m.Groups[1].Value.Split([' ', '\t']).Any(NoTypes.Contains));

    private static object? Get(object target, string property) => target.GetType().GetProperty(property)!.GetValue(target);
}
