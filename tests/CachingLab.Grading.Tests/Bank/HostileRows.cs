namespace CachingLab.Grading.Tests.Bank;

/// <summary>The hostile answers as rows of a theory.</summary>
internal static class HostileRows
{
    /// <summary>A row for each answer that is wanted; one row that says why when none may run here, so that nobody reads that sixty times.</summary>
    /// <param name="wanted">Which answers.</param>
    /// <param name="suffix">What is added to each name.</param>
    /// <param name="skip">Why none may run here, or null.</param>
    public static IEnumerable<TheoryDataRow<string>> Of(Func<KnownAnswer, bool> wanted, string suffix, string? skip)
    {
        KnownAnswer[] answers = [.. KnownAnswer.All.Where(a => a.Kind == "hostile" && wanted(a))];
        return skip is null
            ? answers.Select(a => new TheoryDataRow<string>(a.Title) { TestDisplayName = a.Title + suffix })
            : [new TheoryDataRow<string>("") { TestDisplayName = $"{answers.Length} hostile answers{suffix}", Label = "", Skip = skip }];
    }
}
