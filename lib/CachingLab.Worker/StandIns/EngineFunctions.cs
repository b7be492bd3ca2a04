using System.Diagnostics.CodeAnalysis;

namespace CachingLab.Worker.StandIns;

/// <summary>
/// Stand-ins for the functions that .NET Interactive gives to every cell, with the engine's names, parameters and results. A call in an answer works in
/// the notebook, so it must compile here.
/// </summary>
[SuppressMessage("Style", "IDE1006", Justification = "The engine's own names.")]
public static class EngineFunctions
{
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

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
