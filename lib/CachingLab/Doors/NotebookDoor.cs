using System.Globalization;
using CachingLab.Exams;
using CachingLab.Reports;

namespace CachingLab.Doors;

/// <summary>Examines the work here and now, and shows the report. Nothing here throws.</summary>
public sealed class NotebookDoor : ICheckDoor
{
    /// <summary>The variable that fixes the random inputs: a whole number.</summary>
    public const string SeedVariable = "LAB_SEED";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public async Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work)
    {
        try
        {
            ExamReport report = await exercise.ExamineAsync(work, Seed(), Limit);
            string? advice = RebuiltLibrary.Advice();
            Show.Html(HtmlReport.Write(report, advice), TextReport.Write(report, advice));
        }
        catch (Exception e)
        {
            Show.Line($"The check of '{exercise.Id}' stopped: {e.GetType().Name}: {CodeText.FirstLine(e.Message)}");
        }
    }

    private static int Seed()
    {
        string? given = Environment.GetEnvironmentVariable(SeedVariable);
        if (string.IsNullOrWhiteSpace(given))
            return Random.Shared.Next(1, 1_000_000);
        return int.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seed)
            ? seed
            : throw new FormatException($"{SeedVariable} is '{given}': set it to a whole number, or remove it.");
    }
}
