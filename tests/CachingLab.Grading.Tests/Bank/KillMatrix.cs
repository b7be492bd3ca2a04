using System.Globalization;
using System.Text;
using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>Which requirement catches which wrong answers.</summary>
/// <param name="graded">What was graded.</param>
public sealed class KillMatrix(IEnumerable<Graded> graded)
{
    private readonly IReadOnlyList<Graded> all = [.. graded];

    /// <summary>Requirements that no wrong answer fails alone: perhaps they test nothing.</summary>
    public IReadOnlyList<string> Idle =>
        [.. from row in Rows() where row.Alone == 0 select $"{row.Exercise.Id} / {row.Requirement.Id}"];

    /// <summary>The matrix as text: a line for each requirement.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (IGrouping<Exercise, Row> exercise in Rows().GroupBy(r => r.Exercise))
        {
            Graded[] own = [.. all.Where(g => g.Answer.Exercise == exercise.Key)];
            int right = own.Count(g => g.Answer.Kind == "right");
            int accepted = own.Count(g => g.Answer.Kind == "right" && g.Record.Status is GradeStatus.Passed);
            int wrong = own.Count(g => g.Answer.Kind == "wrong");
            int refused = own.Count(g => g.Answer.Kind == "wrong" && g.Failed.Count > 0);
            text.Append(CultureInfo.InvariantCulture, $"{exercise.Key.Id}: {accepted} of {right} right accepted, {refused} of {wrong} wrong refused\n");
            text.Append(CultureInfo.InvariantCulture, $"  {"requirement",-26} {"catches",7} {"alone",5}\n");
            foreach (Row row in exercise)
                text.Append(CultureInfo.InvariantCulture, $"  {row.Requirement.Id,-26} {row.Catches,7} {row.Alone,5}{(row.Requirement.Stretch ? "  stretch" : "")}\n");
        }

        return text.ToString();
    }

    private IEnumerable<Row> Rows() =>
        from exercise in all.Select(g => g.Answer.Exercise).Distinct()
        from requirement in exercise.Requirements
        let caught = all.Where(g => g.Answer.Kind == "wrong" && g.Answer.Exercise == exercise && g.Failed.Contains(requirement.Id)).ToArray()
        select new Row(exercise, requirement, caught.Length, caught.Count(g => !g.Failed.Except(g.Answer.Misses).Any(id => id != requirement.Id)));

    private sealed record Row(Exercise Exercise, RequirementInfo Requirement, int Catches, int Alone);
}
