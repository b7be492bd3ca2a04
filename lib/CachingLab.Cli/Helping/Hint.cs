using CachingLab.Exams;

namespace CachingLab.Cli.Helping;

/// <summary>One piece of help.</summary>
/// <param name="Kind">What kind of help it is.</param>
/// <param name="Requirement">For which requirement, or null when it is for none in particular.</param>
/// <param name="Number">Which hint of the requirement, from 1; 0 for other kinds.</param>
/// <param name="Text">What to tell the learner, in a sentence or two.</param>
/// <param name="Shown">The requirement's hints shown before, in order.</param>
internal sealed record Hint(HintKind Kind, RequirementInfo? Requirement, int Number, string Text, IReadOnlyList<string> Shown);
