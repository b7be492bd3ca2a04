using CachingLab.Cli.State;

namespace CachingLab.Cli.Terminal;

/// <summary>The width and the characters that a board may use.</summary>
/// <param name="Width">The number of columns.</param>
/// <param name="Unicode">Whether characters beyond ASCII can be shown.</param>
internal sealed record BoardStyle(int Width, bool Unicode)
{
    /// <summary>Below this many columns, notebooks are shown as numbers.</summary>
    private const int Wide = 76;

    public bool IsWide => Width >= Wide;

    public string Mark(ExerciseState state) => (state, Unicode) switch
    {
        (ExerciseState.Passed, true) => "\u2713",
        (ExerciseState.Failing, true) => "\u2717",
        (ExerciseState.InProgress, true) => "\u2026",
        (ExerciseState.NotAttempted, true) => "\u00b7",
        (ExerciseState.CellMissing, _) => "!",
        (ExerciseState.Passed, false) => "+",
        (ExerciseState.Failing, false) => "x",
        (ExerciseState.InProgress, false) => "~",
        _ => ".",
    };

    public string Bar(int done, int of) =>
        new string(Unicode ? '\u2588' : '#', done * 2) + new string(Unicode ? '\u2591' : '-', (of - done) * 2);

    public string Ellipsis => Unicode ? "\u2026" : "...";
}
