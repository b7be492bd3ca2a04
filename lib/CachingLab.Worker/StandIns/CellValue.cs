using CachingLab.Worker.Protocol;
using CachingLab.Worker.Running;

namespace CachingLab.Worker.StandIns;

/// <summary>Makes the output of a value.</summary>
internal static class CellValue
{
    /// <summary>The value as text, and as HTML where it is HTML.</summary>
    public static CellOutput Output(OutputKind kind, object? value)
    {
        string text = ValueText.Of(value);
        return new CellOutput(kind, text, value is HtmlContent ? text : null);
    }
}
