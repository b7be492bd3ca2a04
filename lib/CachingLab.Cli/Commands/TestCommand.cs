using System.CommandLine;
using CachingLab.Cli.Help;
using CachingLab.Cli.State;
using CachingLab.Cli.Terminal;
using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab test</c>: one check of everything, as <c>lab --once</c>, or of one exercise.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        Argument<string?> word = ExerciseArgument.CreateOptional();
        var command = new Command(
            "test", $"Checks your notebooks once and prints the board and what fails ('{LabCall.Name} --once'), or one exercise and its report.") { word };
        command.SetInterruptible((parsed, token) => parsed.GetValue(word) is { } given
            ? RunAsync(LabSession.Open(), given, Console.Out, token)
            : BoardAction.RunAsync(root: null, once: true, all: false, token));
        return command;
    }

    internal static async Task<int> RunAsync(LabSession session, string word, TextWriter output, CancellationToken cancellationToken)
    {
        IReadOnlyList<Exercise> exercises = ExerciseArgument.Find(word);
        if (exercises.Count == 0)
            return ExitCode.BadInput;
        session.Pristine.RecordFirstUse();
        BoardStyle style = TerminalTraits.Detect().Style(TerminalTraits.Columns);
        int code = ExitCode.Passed;
        foreach (Exercise exercise in exercises)
        {
            ExerciseRecord record = await session.VerdictAsync(exercise, cancellationToken);
            if (record.Status is not GradeStatus.CompileError)
                await output.WriteLineAsync($"notebooks/{session.Course.PlaceOf(exercise)}");
            foreach (StyledLine line in ReportLines.Of(record, style, brief: true))
                await output.WriteLineAsync(line.Text);
            if (WayBack.Of(record, session.Progress) is { } way)
                await output.WriteLineAsync(way);
            if (record.Status is not (GradeStatus.Passed or GradeStatus.NotAttempted))
                code = ExitCode.Failed;
        }

        return code;
    }
}
