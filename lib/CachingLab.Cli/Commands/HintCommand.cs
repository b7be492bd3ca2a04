using System.Collections.Immutable;
using System.CommandLine;
using CachingLab.Cli.Help;
using CachingLab.Cli.State;
using CachingLab.Exams;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;
using Spectre.Console;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab hint</c>: the next hint for what fails.</summary>
internal static class HintCommand
{
    public static Command Create()
    {
        Argument<string?> word = ExerciseArgument.CreateOptional();
        var command = new Command(
            "hint", "Shows the next hint for the first requirement that fails, one more each time; before you have written anything, the first step.") { word };
        command.SetInterruptible((parsed, token) => RunAsync(LabSession.Open(), parsed.GetValue(word), AnsiConsole.Console, token));
        return command;
    }

    internal static async Task<int> RunAsync(LabSession session, string? word, IAnsiConsole console, CancellationToken cancellationToken)
    {
        IReadOnlyList<Exercise> exercises = word is null ? [] : ExerciseArgument.Find(word);
        if (word is not null && exercises.Count == 0)
            return ExitCode.BadInput;
        session.Pristine.RecordFirstUse();
        var desk = new HintProvider(session);
        if (word is not null)
        {
            ExerciseRecord record = await FirstToDoAsync(session, exercises, cancellationToken);
            return Say(desk.Next(record), HintText.NothingFor(exercises[^1]));
        }

        CourseState state = await StateAsync(session, cancellationToken);
        Hint? next = desk.Next(state);
        return next is null && state.Records.Count < state.Steps.Count ? ExitCode.BadInput : Say(next, HintText.Nothing);

        int Say(Hint? hint, string otherwise)
        {
            if (hint is null)
                console.Write(new Text(otherwise + "\n"));
            else
                HintText.Write(hint, console);
            return ExitCode.Passed;
        }
    }

    /// <summary>For a notebook's name, the first exercise in it that does not pass.</summary>
    private static async Task<ExerciseRecord> FirstToDoAsync(LabSession session, IReadOnlyList<Exercise> exercises, CancellationToken cancellationToken)
    {
        ExerciseRecord record = await session.VerdictAsync(exercises[0], cancellationToken);
        foreach (Exercise next in exercises.Skip(1))
        {
            if (record.Status is GradeStatus.Passed)
                record = await session.VerdictAsync(next, cancellationToken);
        }

        return record;
    }

    /// <summary>The course as the board would show it, with the last edited exercise in focus.</summary>
    private static async Task<CourseState> StateAsync(LabSession session, CancellationToken cancellationToken)
    {
        ImmutableDictionary<string, ExerciseRecord> records = ImmutableDictionary<string, ExerciseRecord>.Empty;
        CourseState remembered = CourseState.Remembered(session.Course, session.Progress);
        await AddAsync(remembered.Steps);

        // These verdicts may complete part one, and then part two counts.
        CourseState found = CourseState.Empty(session.Course) with { Records = records };
        await AddAsync(found.Steps.ExceptBy(remembered.Steps.Select(e => e.Id), e => e.Id));
        string? last = found.Steps.Select(e => (e.Id, session.Progress.Of(e.Id).Edited)).Where(e => e.Edited is not null)
            .OrderBy(e => e.Edited).LastOrDefault().Id;
        return found with { Records = records, Shown = last };

        async Task AddAsync(IEnumerable<Exercise> steps)
        {
            foreach (Exercise exercise in steps)
            {
                try
                {
                    records = records.Add(exercise.Id, await session.VerdictAsync(exercise, cancellationToken));
                }
                catch (Exception e) when (e is NotebookFormatException or IOException)
                {
                    // A broken notebook does not prevent hints for other ones.
                    await Console.Error.WriteLineAsync(e.Message.ReplaceLineEndings(" "));
                }
            }
        }
    }
}
