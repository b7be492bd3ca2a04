using System.Text.RegularExpressions;
namespace CachingLab.Course.Tests.Rules;

/// <summary>What a learner reads of an exercise says nothing of how it is built.</summary>
public sealed partial class LearnerTextTests
{
    [Fact]
    public void No_title_and_no_hint_names_an_internal_type_of_the_library()
    {
        HashSet<string> types =
            [.. Exercises.Course.Parts.SelectMany(p => System.Reflection.Assembly.Load(p.Assembly).GetTypes()).Where(t => !t.IsVisible).Select(t => t.Name)];
        string[] texts = [.. Exercises.Course.Steps.SelectMany(e => e.Requirements.SelectMany(r => r.Hints.Append(r.Title)).Append(e.FirstStep))];
        Assert.Contains("PolicyRequirements", types);
        Assert.DoesNotContain(texts, t => CompoundName().Matches(t).Any(m => types.Contains(m.Value)));
    }

    // A name of one word, such as Lists, may stand in a sentence as that word.
    [GeneratedRegex("[A-Z][a-z]+(?:[A-Z][a-z]+)+")]
    private static partial Regex CompoundName();
}
