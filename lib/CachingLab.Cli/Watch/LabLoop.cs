using System.Collections.Immutable;
using System.Threading.Channels;
using CachingLab.Cli.State;
using CachingLab.Cli.Terminal;
using CachingLab.Exams;

namespace CachingLab.Cli.Watch;

/// <summary>The learner's loop: events in, one view out after each; it waits, and never polls.</summary>
/// <param name="keys">What keys do.</param>
/// <param name="queue">Checks saves.</param>
/// <param name="screen">Where the view is shown.</param>
/// <param name="remembered">How the course stood when the lab was last open: what changed since is checked at once.</param>
internal sealed class LabLoop(KeyMap keys, CheckQueue queue, IScreen screen, CourseState remembered)
{
    private LabView view = new(remembered);
    private Exercise? warmed;

    /// <summary>Runs until the learner quits or <paramref name="cancellationToken"/> says so.</summary>
    /// <returns>The course as it was at the end.</returns>
    public async Task<CourseState> RunAsync(ChannelReader<LabEvent> events, CancellationToken cancellationToken)
    {
        screen.Show(view);
        try
        {
            while (!keys.Quit && await events.WaitToReadAsync(cancellationToken))
            {
                // All that is there at once makes one frame.
                while (!keys.Quit && events.TryRead(out LabEvent? next))
                    view = After(next);
                screen.Show(view);
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is a way to quit like any other.
        }

        return view.Course with { Checking = [] };
    }

    private LabView After(LabEvent happened) => happened switch
    {
        KeyPressed key => keys.Press(key.Key, view),
        Seen { What: NotebookSaved save } => Begin(save),
        Seen { What: NotebookSaving saving } => view with { Status = $"saving {saving.Name}.ipynb" },
        Seen { What: NotebookUnchanged } => Settled(view),
        Seen { What: NotebookBroken broken } => Settled(view) with { Course = WithTrouble(broken.Name, broken.Reason) },
        ChecksBegun begun => view with { Course = view.Course with { Checking = view.Course.Checking.Union(begun.Exercises) } },
        ChecksEnded ended => view with
        {
            Course = WithTrouble(ended.Notebook, ended.Trouble) with { Checking = view.Course.Checking.Except(ended.Exercises) },
        },
        Judged judged => After(judged),
        _ => view,
    };

    private LabView Begin(NotebookSaved save)
    {
        queue.Begin(save);
        return Settled(view) with { Course = WithTrouble(save.Name, save.Note) };
    }

    private LabView After(Judged judged)
    {
        CourseState course = view.Course.With(judged.Record, judged.Show);
        if (course.Next is { } next && next != warmed)
            queue.Warm(warmed = next);
        // A report on what was just saved takes the place of a hint. A cell that was put back has no report: the note that says where the copy is stays.
        return judged is { Show: true, Record.Begun: true } ? view with { Course = course, Note = null, Scroll = 0 } : view with { Course = course };
    }

    private CourseState WithTrouble(string notebook, string? reason)
    {
        ImmutableSortedDictionary<string, string> troubles = view.Course.Troubles;
        return view.Course with { Troubles = reason is null ? troubles.Remove(notebook) : troubles.SetItem(notebook, reason) };
    }

    private static LabView Settled(LabView view) => view with { Status = "" };
}
