using System.Globalization;
using System.Reflection;
using System.Xml.Linq;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports.Page;

/// <summary>Creates the elements of a page. All text is encoded here.</summary>
internal static class Html
{
    /// <summary>An element; strings in <paramref name="content"/> are shown as they are.</summary>
    public static XElement El(string name, params ReadOnlySpan<object?> content)
    {
        var element = new XElement(name);
        foreach (object? item in content)
            Add(element, item);
        // HTML reads <div /> as an open tag. Only void elements may be written so.
        if (element.IsEmpty && name is not ("meta" or "input" or "br"))
            element.Add("");
        return element;
    }

    /// <summary>A part of the page, under a heading that links can name.</summary>
    public static XElement Section(string id, string title, params ReadOnlySpan<object?> content) =>
        El("section", [Attr("aria-labelledby", id), El("h2", Attr("id", id), title), .. content]);

    public static XAttribute Attr(string name, string value) => new(name, SafeText.Visible(value));

    public static XAttribute Attr(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    public static XAttribute Class(string name) => new("class", name);

    /// <summary>Text for screen readers only.</summary>
    public static XElement Spoken(string text) => El("span", Class("spoken"), text);

    /// <summary>A stacked bar of parts from left to right, each with its class. It is SVG because the page's policy forbids style attributes.</summary>
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

    /// <summary>A text resource of the assembly, with <c>\n</c> as its line end.</summary>
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
