using System.Threading.Channels;
using CachingLab.Cli.State;
using CachingLab.Cli.Terminal;
using CachingLab.Cli.Watch;
using CachingLab.Exercises;
using CachingLab.Grading;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Cli.Commands;

/// <summary>The board without a terminal: checks every notebook once, writes plain lines, and returns an exit code.</summary>
internal static class OnceBoard
{
    /// <summary>Checks the notebooks, writes the board, and returns the exit code.</summary>
    public static async Task<int> RunAsync(
        CourseFolder course, ProgressStore progress, CourseChecker checker, TerminalTraits traits, TextWriter output, TextWriter errors, bool allParts,
        CancellationToken cancellationToken)
    {
        CourseState state = CourseState.Empty(course) with { AllParts = allParts };
        foreach (string file in RunCommand.NotebooksIn(course.NotebooksFolder))
        {
            try
            {
                SubmissionFile chosen = SubmissionFile.Choose(file);
                var events = Channel.CreateUnbounded<LabEvent>();
                await checker.CheckAsync(Path.GetFileNameWithoutExtension(file), NotebookReader.Read(chosen.Path), events.Writer, cancellationToken);
                while (events.Reader.TryRead(out LabEvent? happened))
                    state = happened is Judged judged ? state.With(judged.Record, show: false) : state;
            }
            catch (NotebookFormatException e)
            {
                string name = Path.GetFileNameWithoutExtension(file);
                state = WithTrouble(state, name, LearnersCopy.WithCure(name, e.Reason), progress);
            }
            catch (MachineFaultException e)
            {
                state = WithTrouble(state, Path.GetFileNameWithoutExtension(file), e.Message, progress);
            }
        }

        Write(state, traits, output);
        foreach ((string notebook, string reason) in state.Troubles)
            await errors.WriteLineAsync($"notebooks/{notebook}.ipynb: {reason}");
        return !state.Troubles.IsEmpty ? ExitCode.BadInput : state.AllAttemptedPass ? ExitCode.Passed : ExitCode.Failed;
    }

    /// <summary>When a notebook cannot be read or judged, its last verdicts stay on the board.</summary>
    private static CourseState WithTrouble(CourseState state, string notebook, string reason, ProgressStore progress)
    {
        foreach (ExerciseRecord last in Course.StepsOf(notebook).Select(e => progress.Of(e.Id).Last).OfType<ExerciseRecord>())
            state = state.With(last, show: false);
        return state with { Troubles = state.Troubles.SetItem(notebook, reason) };
    }

    private static void Write(CourseState state, TerminalTraits traits, TextWriter output)
    {
        BoardStyle style = traits.Style(TerminalTraits.Columns);
        foreach (string line in traits.Lines(c => c.Write(BoardView.Of(state, style)), style.Width))
            output.WriteLine(line);
        foreach (ExerciseRecord record in state.Steps.Select(e => state.Records.GetValueOrDefault(e.Id)).OfType<ExerciseRecord>()
            .Where(r => CourseState.HasReport(r) && (r.Status is not GradeStatus.Passed || r.Notes.Count > 0 || r.Printed is not null)))
        {
            output.WriteLine();
            foreach (StyledLine line in ReportLines.Of(record, style, brief: true, wholeCode: true))
                output.WriteLine(line.Text);
            if (record.Begun && record.Status is not GradeStatus.Passed)
                output.WriteLine($"A hint: {LabCall.Name} hint {record.Id}");
        }
    }
}
