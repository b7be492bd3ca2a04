using System.Diagnostics.CodeAnalysis;

namespace CachingLab.Worker.StandIns;

/// <summary>
/// Stand-ins for the functions that .NET Interactive gives to every cell. A call that is left in an answer works in the notebook, so it must not be a
/// compile error here. Their names, parameters and results are the engine's.
/// </summary>
[SuppressMessage("Style", "IDE1006", Justification = "The engine's own names.")]
public static class EngineFunctions
{
    /// <summary>Shows a value.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>HTML to be shown.</summary>
    public static HtmlContent HTML(string content) => new(content);

    /// <summary>The engine adds a style sheet to the page; here there is no page.</summary>
    public static void CSS(string content)
    {
    }

    /// <summary>The engine runs a script in the page; here there is no page.</summary>
    public static void Javascript(string scriptContent)
    {
    }
}
