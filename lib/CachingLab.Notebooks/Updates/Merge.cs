namespace CachingLab.Notebooks.Updates;

/// <summary>Updates a learner's notebook to a newer course version without losing the learner's work.</summary>
public static class Merge
{
    /// <summary>Merges the new course cells with the learner's answers and added cells.</summary>
    /// <param name="learner">The learner's notebook.</param>
    /// <param name="oldPristine">The course's notebook that it was a copy of; null when not known, and then all differences from the new one are kept.</param>
    /// <param name="newPristine">The course's notebook now.</param>
    /// <param name="declares">For exercise cells, by id, the name that their answer declares; finds a cell that lost its id.</param>
    public static MergeResult Update(
        Notebook learner, Notebook? oldPristine, Notebook newPristine, IReadOnlyDictionary<string, string>? declares = null) =>
        new Merger(learner, oldPristine ?? newPristine, newPristine, declares).Run();
}

/// <summary>A learner's notebook after an update to a newer course version.</summary>
/// <param name="Notebook">The notebook to write.</param>
/// <param name="Done">What was done, a line each; empty when the notebook was up to date.</param>
public sealed record MergeResult(Notebook Notebook, IReadOnlyList<string> Done);
