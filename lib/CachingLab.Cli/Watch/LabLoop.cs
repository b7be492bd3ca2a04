using System.Collections.Immutable;
using System.Threading.Channels;
using CachingLab.Cli.State;
using CachingLab.Cli.Terminal;
using CachingLab.Exams;

namespace CachingLab.Cli.Watch;

/// <summary>The learner's loop, which handles events and shows a view after them.</summary>
/// <param name="keys">Handles keys.</param>
/// <param name="queue">Checks saves.</param>
/// <param name="screen">Shows the view.</param>
/// <param name="remembered">The state of the course when the lab was last open.</param>
internal sealed class LabLoop(KeyMap keys, CheckQueue queue, IScreen screen, CourseState remembered)
{
    private LabView view = new(remembered);
    private Exercise? warmed;

    /// <summary>Runs until the learner quits or <paramref name="cancellationToken"/> is cancelled.</summary>
    /// <returns>The state of the course at the end.</returns>
    public async Task<CourseState> RunAsync(ChannelReader<LabEvent> events, CancellationToken cancellationToken)
    {
        screen.Show(view);
        try
        {
            while (!keys.Quit && await events.WaitToReadAsync(cancellationToken))
            {
                // All waiting events share one frame.
                while (!keys.Quit && events.TryRead(out LabEvent? next))
                    view = After(next);
                screen.Show(view);
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C quits the lab.
        }

        return view.Course with { Checking = [] };
    }

    private LabView After(LabEvent happened) => happened switch
    {
        KeyPressed key => keys.Press(key.Key, view),
        NotebookSaved save => Begin(save),
        NotebookSaving saving => view with { Status = $"saving {saving.Name}.ipynb" },
        NotebookUnchanged same => Settled(view) with { Course = WithTrouble(same.Name, null) },
        NotebookBroken broken => Settled(view) with { Course = WithTrouble(broken.Name, broken.Reason) },
        ChecksBegun begun => view with { Course = view.Course with { Checking = view.Course.Checking.Union(begun.Exercises) } },
        ChecksEnded ended => view with
        {
            // A check without trouble leaves what a later save has reported.
            Course = (ended.Trouble is null ? view.Course : WithTrouble(ended.Notebook, ended.Trouble)) with { Checking = view.Course.Checking.Except(ended.Exercises) },
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
        // A report on the last save replaces a hint. A cell that was reset has no report, so the note about its copy stays.
        return judged is { Show: true, Record.Begun: true } ? view with { Course = course, Note = null, Scroll = 0 } : view with { Course = course };
    }

    private CourseState WithTrouble(string notebook, string? reason)
    {
        ImmutableSortedDictionary<string, string> troubles = view.Course.Troubles;
        return view.Course with { Troubles = reason is null ? troubles.Remove(notebook) : troubles.SetItem(notebook, reason) };
    }

    private static LabView Settled(LabView view) => view with { Status = "" };
}
