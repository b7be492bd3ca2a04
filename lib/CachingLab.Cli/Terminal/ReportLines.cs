using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading.Records;
using Spectre.Console;

namespace CachingLab.Cli.Terminal;

/// <summary>The report of one verdict as lines for a terminal, with unmet requirements first.</summary>
/// <param name="record">The verdict.</param>
/// <param name="board">What the terminal can show.</param>
/// <param name="brief">Whether requirements that are met are only counted.</param>
/// <param name="wholeCode">Whether to leave lines of code whole for copying, even when they are wider than the board.</param>
internal sealed class ReportLines(ExerciseRecord record, BoardStyle board, bool brief, bool wholeCode)
{
    // With this indent, a line with a quoted value of 64 digits fits 80 columns.
    private const string Indent = "    ";
    private const string Code = Indent + "  ";
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Quiet = new(Color.Grey);

    public static IEnumerable<StyledLine> Of(ExerciseRecord record, BoardStyle board, bool brief, bool wholeCode = false) =>
        new ReportLines(record, board, brief, wholeCode).All();

    private IEnumerable<StyledLine> All()
    {
        Verdict[] required = [.. record.Requirements.Where(r => !r.Stretch)];
        bool judged = record.Requirements.Any(r => r.Status is not VerdictStatus.NotRun);
        string title = Course.StepOf(record.Id)!.Title;
        IEnumerable<StyledLine> lines = Wrap("", $"{title}: {(judged ? Counts(required) : record.Message)}", Bold);
        if (judged && record.Message.Length > 0)
            lines = lines.Concat(Wrap("", record.Message, Style.Plain));
        lines = lines.Concat(record.Notes.SelectMany(note => Wrap("note: ", note, new Style(Color.Yellow))));
        if (judged)
            lines = lines.Concat(Requirements(required)).Concat(Stretch()).Concat(Seed());
        return lines.Concat(Printed());
    }

    private string Counts(Verdict[] required)
    {
        int met = required.Count(r => r.Status is VerdictStatus.Passed);
        string counts = met == required.Length ? $"all {met} requirements met" : $"{met} of {required.Length} requirements met";
        return record.StretchOf == 0 ? counts : $"{counts}, stretch {record.StretchPoints} of {record.StretchOf}";
    }

    private IEnumerable<StyledLine> Requirements(Verdict[] required)
    {
        ILookup<VerdictStatus, Verdict> by = required.ToLookup(r => r.Status);
        IReadOnlySet<int> repeated = Counterexample.Repeated(by[VerdictStatus.Failed].Select(r => r.Counterexample));
        IEnumerable<StyledLine> unmet = by[VerdictStatus.Failed].SelectMany((r, i) => Unmet("[no]", r, Color.Red, repeated.Contains(i)));
        IEnumerable<Verdict> open = by[VerdictStatus.NotRun];
        if (!brief)
            return unmet.Concat(open.SelectMany(r => Unmet("[--]", r, Color.Grey))).Concat(by[VerdictStatus.Passed].SelectMany(Met));

        // The reason of a stop is shown above.
        IEnumerable<string> waiting = open.GroupBy(r => record.Stopped ? "" : $": {r.Message}").Select(g => $"{g.Count()} not judged{g.Key}");
        return unmet.Concat(waiting.SelectMany(line => Wrap("  [--] ", line, Quiet)));
    }

    // A brief report omits stretch requirements until the exercise passes.
    private IEnumerable<StyledLine> Stretch()
    {
        if (record.StretchOf == 0 || (brief && record.Status is not GradeStatus.Passed))
            return [];
        Verdict[] stretch = [.. record.Requirements.Where(r => r.Stretch)];
        IEnumerable<StyledLine> unmet = stretch.Where(r => r.Status is not VerdictStatus.Passed).SelectMany(r => Unmet("[--]", r, Color.Grey));
        IEnumerable<StyledLine> met = stretch.Where(r => r.Status is VerdictStatus.Passed).SelectMany(Met);
        IEnumerable<StyledLine> shown = brief ? unmet : unmet.Concat(met);
        return shown.Any() ? [new StyledLine("Beyond the exercise (optional)", Style.Plain), .. shown] : [];
    }

    private IEnumerable<StyledLine> Met(Verdict requirement) => Wrap("  [ok] ", requirement.Title, new Style(Color.Green));

    private IEnumerable<StyledLine> Unmet(string mark, Verdict requirement, Color colour, bool repeated = false)
    {
        IEnumerable<StyledLine> title = Wrap($"  {mark} ", requirement.Title, new Style(colour));
        if (repeated)
            return title.Concat(Wrap(Indent, "as above: the same exception", Style.Plain));
        return title.Concat(requirement.Counterexample is { } shown ? Facts(shown) : Wrap(Indent, requirement.Message, Style.Plain));
    }

    private IEnumerable<StyledLine> Facts(Counterexample shown)
    {
        IEnumerable<StyledLine> facts = Wrap(Indent + "tried     ", shown.Tried, Style.Plain)
            .Concat(Wrap(Indent + "got       ", shown.Got, Style.Plain))
            .Concat(Wrap(Indent + "expected  ", shown.Expected, Style.Plain));
        if (shown.Code.Length == 0)
            return facts;
        string[] code = shown.Code.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        StyledLine[] lines = [.. code.SelectMany(CodeLine)];
        facts = facts.Append(new StyledLine(Indent + "to see it, paste this into a cell:", Quiet)).Concat(lines);

        // Wrapped code may be broken within a literal, so it cannot be pasted.
        string notebook = Course.StepOf(record.Id)!.Notebook;
        return lines.Length == code.Length
            ? facts
            : facts.Concat(Wrap(Indent, $"(cut to fit here; whole, to be copied: {LabCall.Name} grade notebooks/{notebook}.ipynb)", Quiet));
    }

    private IEnumerable<StyledLine> CodeLine(string line)
    {
        string code = line.TrimStart(' ');
        BoardStyle room = wholeCode ? board with { Width = int.MaxValue } : board;
        return StyledLine.Wrap(Code + new string(' ', line.Length - code.Length), code, Style.Plain, room);
    }

    private IEnumerable<StyledLine> Seed() => record.Requirements.Any(r => r.Status is VerdictStatus.Failed)
        ? Wrap("", FormattableString.Invariant($"Random inputs drawn from seed {record.Seed}."), Quiet)
        : [];

    private IEnumerable<StyledLine> Printed() => record.Printed is not { } printed
        ? []
        : Wrap("", printed.Heading, Style.Plain).Concat(printed.First.SelectMany(line => Wrap("  ", line, Quiet)));

    private IEnumerable<StyledLine> Wrap(string prefix, string text, Style style) => StyledLine.Wrap(prefix, text, style, board);
}
