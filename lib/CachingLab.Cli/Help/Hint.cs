using CachingLab.Cli.State;
using CachingLab.Exams;
using CachingLab.Grading.Records;
using Spectre.Console;

namespace CachingLab.Cli.Help;

/// <summary>One piece of help.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Kind">The kind of help.</param>
/// <param name="Text">What to tell the learner, in a sentence or two.</param>
internal sealed record Hint(Exercise Exercise, HintKind Kind, string Text)
{
    /// <summary>The requirement, or null when the hint is about none in particular.</summary>
    public RequirementInfo? Requirement { get; init; }

    /// <summary>The exception that the answer threw but should not have, or null.</summary>
    public string? Thrown { get; init; }

    /// <summary>The requirement's hints that were shown before, in order.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];

    /// <summary>How to restore an earlier answer that passed, or null.</summary>
    public string? WayBack { get; init; }
}

/// <summary>The advice for an answer that fails when an earlier one passed.</summary>
internal static class WayBack
{
    /// <summary>How to restore the earlier answer; null when there is none or the answer passes.</summary>
    public static string? Of(ExerciseRecord record, ProgressStore progress) =>
        record.Status is not GradeStatus.Passed && progress.Of(record.Id).PassedAnswer is not null
            ? $"an earlier answer of yours passed: '{LabCall.Name} restore {record.Id}' puts it back"
            : null;
}

/// <summary>What kind of help a <see cref="Hint"/> is.</summary>
internal enum HintKind
{
    /// <summary>The next of the requirement's hints.</summary>
    Next,

    /// <summary>There is no answer yet; the text says so, and the exercise's first step follows.</summary>
    FirstStep,

    /// <summary>There is no hint to give; the text says why, and what to do.</summary>
    Advice,
}

/// <summary>Writes a hint to a terminal.</summary>
internal static class HintText
{
    /// <summary>The message when there is no hint.</summary>
    public const string Nothing = "Every requirement is met, the stretch ones too. There is nothing to hint at.";

    /// <summary>The message when there is no hint for one exercise.</summary>
    public static string NothingFor(Exercise exercise) =>
        $"{exercise.Title}: {(exercise.Requirements.Any(r => r.Stretch) ? Nothing : "Every requirement is met. There is nothing to hint at.")}";

    private static readonly Style Quiet = new(decoration: Decoration.Dim);

    /// <summary>Writes a hint after the earlier ones.</summary>
    /// <param name="hint">The hint.</param>
    /// <param name="console">The terminal.</param>
    public static void Write(Hint hint, IAnsiConsole console)
    {
        console.Write(new Text(hint.Exercise.Title, new Style(decoration: Decoration.Bold)));
        if (hint.Requirement is { } requirement)
            console.Write(new Text($": {(requirement.Stretch ? "stretch, " : "")}{requirement.Title}"));
        console.WriteLine();
        if (hint.Thrown is { } thrown)
            Line(console, "", $"Your code threw {thrown}\nMend that first: it hides what the hints are about.", Style.Plain);
        foreach ((int index, string shown) in hint.Shown.Index())
            Line(console, $"Hint {index + 1}", shown, Quiet);
        int number = hint.Shown.Count + 1;
        Line(console, hint.Kind is HintKind.Next ? $"Hint {number}" : "", hint.Text, Style.Plain);
        if (hint.Kind is HintKind.FirstStep)
            Line(console, "", "First step: " + hint.Exercise.FirstStep, Style.Plain);
        if (hint.Kind is HintKind.Next && hint.Requirement!.Hints.Count - number is > 0 and var left)
            Line(console, "", $"({left} more when you need {(left == 1 ? "it" : "them")})", Quiet);
        if (hint.WayBack is not null)
            Line(console, "", hint.WayBack, Quiet);
    }

    private static void Line(IAnsiConsole console, string label, string text, Style style)
    {
        var line = new Grid().AddColumn(new GridColumn().Width(6).NoWrap()).AddColumn(new GridColumn().Padding(2, 0, 0, 0));
        console.Write(label.Length > 0 ? line.AddRow(new Text(label, style), new Text(text, style)) : new Text(text + "\n", style));
    }
}
