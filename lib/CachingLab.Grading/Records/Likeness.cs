using System.Globalization;
using System.Text.Json.Serialization;
using CachingLab.Exams;

namespace CachingLab.Grading.Records;

/// <summary>An answer that is much like another one. It is noted for an instructor to look at, and never judged.</summary>
/// <param name="Learner">The learner, by <see cref="LearnerRecord.Id"/>.</param>
/// <param name="Exercise">The exercise whose cell it is.</param>
/// <param name="Other">The other learner, by id; null for the course's own solution.</param>
/// <param name="How">How alike they are.</param>
/// <param name="Share">How much of the two texts is common, from 0 to 1.</param>
public sealed record Likeness(string Learner, string Exercise, string? Other, LikenessKind How, double Share)
{
    private string Words => How switch
    {
        LikenessKind.Same => "the same code as",
        LikenessKind.Renamed => "the same code, after renaming, as",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(Share * 100):0} % the code of"),
    };

    /// <summary>What was noted of a learner, a line for each exercise and way, as <c>cache-key: the same code as bob, cem</c>.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Likeness> noted) =>
        from likeness in noted
        group likeness.Other is null ? "the course's solution" : SafeText.Line(likeness.Other, 60) by $"{likeness.Exercise}: {likeness.Words}" into others
        select $"{others.Key} {string.Join(", ", others)}";
}

/// <summary>How alike two answers are.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<LikenessKind>))]
public enum LikenessKind
{
    /// <summary>The same but for comments and white space.</summary>
    Same,

    /// <summary>The same after renaming: only names that the code declares differ.</summary>
    Renamed,

    /// <summary>Most of it is the same.</summary>
    Alike,
}
