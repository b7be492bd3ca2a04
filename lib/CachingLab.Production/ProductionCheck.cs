using CachingLab.Exams;

namespace CachingLab.Production;

/// <summary>The check cells of part two, as <see cref="Check"/> for part one: each hands a learner's answer to the exam and shows the report. Each exercise adds its own.</summary>
public static partial class ProductionCheck
{
    private static Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work, Delegate answer) => Check.Host.HandAsync(exercise, work, answer);
}
