using System.Globalization;
using System.Reflection;
using System.Xml.Linq;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports.Page;

/// <summary>Elements of a page. Text becomes text and nothing else: encoding is not left to whoever writes a part.</summary>
internal static class Html
{
    /// <summary>An element; strings in <paramref name="content"/> are shown as they are.</summary>
    public static XElement El(string name, params ReadOnlySpan<object?> content)
    {
        var element = new XElement(name);
        foreach (object? item in content)
            Add(element, item);
        // <div /> is an open tag in HTML: only void elements may be written so.
        if (element.IsEmpty && name is not ("meta" or "input" or "br"))
            element.Add("");
        return element;
    }

    public static XAttribute Attr(string name, string value) => new(name, SafeText.Visible(value));

    public static XAttribute Attr(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    public static XAttribute Class(string name) => new("class", name);

    /// <summary>Words that only a screen reader says.</summary>
    public static XElement Spoken(string text) => El("span", Class("spoken"), text);

    /// <summary>A share as a bar of stacked parts. SVG, because the page forbids itself style attributes.</summary>
    /// <param name="whole">What the full width stands for.</param>
    /// <param name="parts">The parts from left to right, each with its class.</param>
    public static XElement Bar(int whole, params IEnumerable<(string Kind, int Part)> parts)
    {
        XElement bar = El("svg", Class("bar"), Attr("viewBox", $"0 0 {Math.Max(whole, 1)} 1"), Attr("preserveAspectRatio", "none"), Attr("aria-hidden", "true"));
        int x = 0;
        foreach ((string kind, int part) in parts.Where(p => p.Part > 0))
        {
            bar.Add(El("rect", Class(kind), Attr("x", x), Attr("width", part), Attr("height", 1)));
            x += part;
        }

        return bar;
    }

    /// <summary>A text that is built into the assembly, with <c>\n</c> as its line end wherever it was built.</summary>
    public static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built into {nameof(CachingLab)}.{nameof(Grading)}: rebuild it.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static void Add(XElement element, object? item)
    {
        switch (item)
        {
            case string text:
                element.Add(SafeText.Visible(text));
                break;
            case IEnumerable<object?> items:
                foreach (object? inner in items)
                    Add(element, inner);
                break;
            default:
                element.Add(item);
                break;
        }
    }
}
