using CachingLab.Cli.Terminal;
using CachingLab.Exams;

namespace CachingLab.Cli.Watch;

/// <summary>Maps keys to changes of the view.</summary>
/// <param name="desk">Does what the keys ask for.</param>
/// <param name="unicode">Whether characters beyond ASCII can be shown.</param>
internal sealed class KeyMap(KeyActions desk, bool unicode)
{
    private const int PageOfLines = 10;

    /// <summary>Whether the learner wants to quit.</summary>
    public bool Quit { get; private set; }

    /// <summary>The view after a key.</summary>
    public LabView Press(ConsoleKeyInfo key, LabView view)
    {
        if (view.Question is not null)
            return Answer(key, view with { Question = null });
        if (Scrolled(key, view) is { } scrolled)
            return view with { Scroll = Math.Max(0, scrolled) };
        char letter = char.ToLowerInvariant(key.KeyChar);
        if (view.Page is not null && letter is not ('q' or 'l' or 's' or '?'))
            return view with { Page = null, Scroll = 0 };
        view = view with { Page = null, Scroll = 0 };
        Exercise? focus = view.Course.Focus;
        switch (letter)
        {
            case 'q':
                Quit = true;
                return view;
            case 'h':
                return view with { Note = desk.Hint(view.Course) };
            case 'r':
                return focus is null ? view with { Note = Nothing } : view with { Question = $"Reset '{focus.Title}'? A copy of yours is kept. [y/n]" };
            case 's':
                return Solution(view, focus);
            case 'l':
                return view with { Page = desk.List(view.Course, unicode) };
            case 'p':
                return view with { Course = view.Course with { AllParts = !view.Course.AllParts } };
            case 'o':
                return view with { Note = desk.Report(view.Course) };
            case '?':
                return view with { Page = Help };
            default:
                return view;
        }
    }

    private static Action<Spectre.Console.IAnsiConsole> Nothing { get; } = KeyActions.Lines("All exercises pass: there is nothing left to do it for.");

    private static Action<Spectre.Console.IAnsiConsole> Help { get; } = KeyActions.Lines(
        "Save a notebook, and what you changed in it is checked.",
        "",
        "h  the next hint for the first requirement that fails",
        "r  put the cell back as handed out; a copy of yours is kept",
        "s  the course's answer beside yours, once yours passes",
        "l  all exercises, with what each still lacks",
        "p  all parts of the course, or the ones that count now",
        "o  write the verdicts as a web page, and open it",
        "q  quit; your progress is kept (Ctrl+C does the same)",
        "",
        "Arrow keys, space and Page Up/Down scroll what lies below the board.",
        "The keys are about the exercise that was checked last, else the next.",
        $"Each is a command too: {LabCall.Name} --help",
        $"Your last passing answer: {LabCall.Name} restore EXERCISE");

    private LabView Answer(ConsoleKeyInfo key, LabView view) => char.ToLowerInvariant(key.KeyChar) == 'y' && view.Course.Focus is { } exercise
        ? view with { Note = desk.Reset(exercise) }
        : view with { Note = KeyActions.Lines("Nothing was reset.") };

    private LabView Solution(LabView view, Exercise? focus)
    {
        if (focus is null)
            return view with { Note = KeyActions.Lines($"All exercises pass; '{LabCall.Name} solution EXERCISE' shows the answers one by one.") };
        return desk.Solution(focus) is { } page
            ? view with { Page = page }
            : view with
            {
                Note = KeyActions.Lines($"The solution of '{focus.Title}' is yours to see once yours passes;", $"before that: {LabCall.Name} solution {focus.Id} --peek"),
            };
    }

    private static int? Scrolled(ConsoleKeyInfo key, LabView view) => key.Key switch
    {
        ConsoleKey.DownArrow => view.Scroll + 1,
        ConsoleKey.UpArrow => view.Scroll - 1,
        ConsoleKey.PageDown or ConsoleKey.Spacebar => view.Scroll + PageOfLines,
        ConsoleKey.PageUp => view.Scroll - PageOfLines,
        ConsoleKey.Home => 0,
        _ => null,
    };
}
