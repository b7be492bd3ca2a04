using System.Diagnostics.CodeAnalysis;

namespace CachingLab.Sandbox;

/// <summary>
/// Stand-ins for the functions that .NET Interactive gives to every cell: a call that is left over in an answer shows its value here as there, and is no
/// reason to refuse it. Their names and parameters are the engine's.
/// </summary>
[SuppressMessage("Style", "IDE1006", Justification = "The engine's own names.")]
[SuppressMessage("Naming", "CA1707", Justification = "The engine's own names.")]
public static class EngineFunctions
{
    /// <summary>Shows a value.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes)
    {
        NotebookOutput.Display(value);
        return new DisplayedValue(value);
    }

    /// <summary>Text that the engine would show as HTML.</summary>
    public static object HTML(string content) => content;

    /// <summary>Text that the engine would add as a style sheet.</summary>
    public static object CSS(string content) => content;

    /// <summary>Text that the engine would run as a script.</summary>
    public static object javascript(string content) => content;
}

/// <summary>A value that was shown.</summary>
/// <param name="value">The value.</param>
public sealed class DisplayedValue(object? value)
{
    /// <summary>The value that was shown last.</summary>
    public object? Value { get; private set; } = value;

    /// <summary>Shows another value; the engine shows it in place of the one before.</summary>
    public void Update(object? updated)
    {
        Value = updated;
        NotebookOutput.Display(updated);
    }
}
