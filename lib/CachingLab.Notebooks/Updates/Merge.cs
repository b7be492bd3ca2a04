namespace CachingLab.Notebooks.Updates;

/// <summary>Brings a learner's notebook to a newer course version without losing a line of theirs.</summary>
public static class Merge
{
    /// <summary>The new course cells with the learner's answers in them and the learner's own cells between them.</summary>
    /// <param name="learner">The learner's notebook.</param>
    /// <param name="oldPristine">The course's notebook that it was a copy of; null when that is not known: then whatever differs from the new one is kept.</param>
    /// <param name="newPristine">The course's notebook now.</param>
    /// <param name="declares">For exercise cells, by id, the name that their answer declares; finds a cell that lost its id.</param>
    public static MergeResult Update(
        Notebook learner, Notebook? oldPristine, Notebook newPristine, IReadOnlyDictionary<string, string>? declares = null) =>
        new Merger(learner, oldPristine ?? newPristine, newPristine, declares).Run();
}

/// <summary>A learner's notebook brought to a newer course version.</summary>
/// <param name="Notebook">The notebook to write.</param>
/// <param name="Done">What was done, a line each; empty when the notebook was up to date.</param>
public sealed record MergeResult(Notebook Notebook, IReadOnlyList<string> Done);
