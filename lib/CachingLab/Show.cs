using System.Reflection;
using CachingLab.Display;

namespace CachingLab;

/// <summary>Rich output where the notebook's engine has it, text everywhere else. Nothing here throws.</summary>
public static class Show
{
    /// <summary>Shows HTML, or the text where HTML cannot be shown.</summary>
    /// <param name="html">A fragment whose values are already encoded.</param>
    /// <param name="text">The same content for a reader without HTML.</param>
    public static void Html(string html, string text) =>
        Html(html, text, AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic));

    /// <summary>Shows one line a row and one column a public property.</summary>
    /// <param name="rows">Records, anonymous types, tuples or plain values.</param>
    public static void Table<T>(IEnumerable<T> rows)
    {
        try
        {
            TextTable table = TableOf.Rows(rows);
            Html(table.ToHtml(), table.ToText());
        }
        catch (Exception e)
        {
            Line($"The rows could not be shown: {e.GetType().Name}: {e.Message}");
        }
    }

    internal static void Html(string html, string text, IEnumerable<Assembly> loaded)
    {
        try
        {
            if (NotebookEngine.Find(loaded) is { } show)
            {
                show(html, text);
                return;
            }
        }
        catch (Exception)
        {
            // Another version of the engine: the text below says the same.
        }

        Line(text);
    }

    /// <summary>Prints a line under the cell.</summary>
    internal static void Line(string text) => Console.Out.WriteLine(text);
}
