using Spectre.Console;

namespace CachingLab.Cli.Helping;

/// <summary>A hint as lines for a terminal.</summary>
internal static class HintText
{
    /// <summary>Writes a hint, after those that were shown before it.</summary>
    /// <param name="hint">The hint, or null when nothing fails.</param>
    /// <param name="exercise">The exercise's title.</param>
    /// <param name="console">Where.</param>
    public static void Write(Hint? hint, string exercise, IAnsiConsole console)
    {
        if (hint is null)
        {
            console.Write(new Text($"{exercise}: every requirement is met, the stretch ones too. There is nothing to hint at.\n"));
            return;
        }

        console.Write(new Text(exercise, new Style(decoration: Decoration.Bold)));
        if (hint.Requirement is { } requirement)
            console.Write(new Text($": {(requirement.Stretch ? "stretch, " : "")}{requirement.Title}"));
        console.WriteLine();
        foreach ((int index, string shown) in hint.Shown.Index())
            Line(console, $"Hint {index + 1}", shown, new Style(decoration: Decoration.Dim));
        string label = hint.Kind is HintKind.Next ? $"Hint {hint.Number}" : "";
        Line(console, label, hint.Text, Style.Plain);
        if (hint.Kind is HintKind.Next && hint.Number < hint.Requirement!.Hints.Count)
            Line(console, "", $"({hint.Requirement.Hints.Count - hint.Number} more when you need it)", new Style(decoration: Decoration.Dim));
    }

    private static void Line(IAnsiConsole console, string label, string text, Style style)
    {
        var line = new Grid().AddColumn(new GridColumn().Width(6).NoWrap()).AddColumn(new GridColumn().Padding(2, 0, 0, 0));
        console.Write(label.Length > 0 ? line.AddRow(new Text(label, style), new Text(text, style)) : new Text(text + "\n", style));
    }
}
