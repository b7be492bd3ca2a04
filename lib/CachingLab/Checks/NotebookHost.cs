using System.Reflection;
using CachingLab.Answers;
using CachingLab.Exams;
using CachingLab.Reports;

namespace CachingLab.Checks;

/// <summary>Examines the work in this process and shows the report. Nothing here throws.</summary>
public sealed class NotebookHost : ICheckHost
{
    private readonly TimeSpan limit;
    private readonly Lazy<FormerAnswer> former;

    public NotebookHost()
        : this(TimeSpan.FromSeconds(10), TimeProvider.System)
    {
    }

    /// <param name="limit">How long each requirement may take.</param>
    /// <param name="time">The clock of the times that are shown.</param>
    internal NotebookHost(TimeSpan limit, TimeProvider time)
    {
        this.limit = limit;

        // Created at the first check, so that a host which a grader replaces does not watch for exceptions.
        former = new Lazy<FormerAnswer>(() => new FormerAnswer(time));
    }

    public async Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work, Delegate answer)
    {
        try
        {
            Module cell = answer.Method.Module;
            (ExamReport report, PrintedLines? printed) = await ExamineAsync(exercise, work, cell);
            (string? warning, string? note) = former.Value.Look(exercise, cell);
            var remarks = new Remarks { Warning = warning, Note = note, Printed = printed, Advice = RebuiltLibrary.Advice() };
            Show.Html(HtmlReport.Write(report, remarks), TextReport.Write(report, remarks));
        }
        catch (Exception e)
        {
            Show.Line($"The check of '{exercise.Id}' stopped: {e.GetType().Name}: {CodeText.FirstLine(e.Message)}");
        }
    }

    private async Task<(ExamReport Report, PrintedLines? Printed)> ExamineAsync<TWork>(Exercise<TWork> exercise, TWork work, Module cell)
    {
        int seed = ExamSeed.Asked() ?? ExamSeed.Draw();
        using ConsoleCapture console = ConsoleCapture.Begin();
        AnswerCode? code = CodeReader.Read(cell.Assembly);
        using var folder = new LocalFolder();
        ExamReport report = await exercise.ExamineAsync(work, new ExamTerms(seed, limit) { Code = code, Folder = folder.Made });
        await console.HoldAsync(report.Results.Any(r => r.Abandoned));
        return (report, console.Lines);
    }
}

/// <summary>Where a check cell hands the learner's work: to the exam in the notebook, or to a grader.</summary>
public interface ICheckHost
{
    /// <summary>Hands the work over. Returns when the work is no longer needed.</summary>
    /// <param name="answer">The function that the check cell passed. Its module is the cell that declares the answer, or for a class the check cell.</param>
    Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work, Delegate answer);
}
