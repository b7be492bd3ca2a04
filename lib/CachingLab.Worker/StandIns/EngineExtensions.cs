using CachingLab.Worker.Protocol;
using CachingLab.Worker.Running;

namespace CachingLab.Worker.StandIns;

/// <summary>Stand-ins for the engines' extension methods: .NET Interactive has the first three, ClrKernel and Verso have the others too.</summary>
public static class EngineExtensions
{
    private const string HtmlType = "text/html";

    public static DisplayedValue Display(this object? value, params string[] mimeTypes)
    {
        NotebookOutput.Add(CellValue.Output(OutputKind.Shown, value));
        return new DisplayedValue(value);
    }

    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        (mimeType == HtmlType ? (object)new HtmlContent(value) : value).Display();

    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> value, params string[] mimeTypes)
    {
        Show.Table(value);
        return new DisplayedValue(value);
    }

    public static DisplayedValue DisplayHtml(this object? value) => new HtmlContent(value?.ToString() ?? "").Display();

    public static DisplayedValue DisplayText(this object? value) => value.Display();

    /// <summary>Shows a value's text, which ClrKernel formats.</summary>
    public static DisplayedValue DisplayMarkdown(this object? value) => value.Display();
}

/// <summary>A value that was shown.</summary>
public sealed class DisplayedValue(object? value) : IOwnOutput
{
    public object? Value { get; private set; } = value;

    /// <summary>Shows another value. The engine replaces the earlier one; here the new one follows below.</summary>
    public void Update(object? updatedValue)
    {
        Value = updatedValue;
        updatedValue.Display();
    }

    // The call that created this has already shown the value.
    CellOutput? IOwnOutput.Output(OutputKind kind) => null;
}

public sealed class HtmlContent(string content) : IOwnOutput
{
    public override string ToString() => content;

    CellOutput? IOwnOutput.Output(OutputKind kind) => new(kind, content, content);
}
