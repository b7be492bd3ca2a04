namespace CachingLab.Exams;

/// <summary>An exercise of the course: what is asked, where, and the closed list of its requirements.</summary>
/// <param name="Id">Its unchanging short name; the notebook cell's id is this with <c>ex-</c> before it.</param>
/// <param name="Title">A few words for boards and reports.</param>
/// <param name="Notebook">The notebook it is in, without folder and extension.</param>
/// <param name="Declares">The function or class that the learner writes.</param>
public abstract record Exercise(string Id, string Title, string Notebook, string Declares)
{
    public string CellId { get; init; } = "ex-" + Id;

    /// <summary>The id of the course's cell that hands the answer to the exam.</summary>
    public string CheckCellId { get; init; } = "check-" + Id;

    /// <summary>The id of the exercise that the check cell names; another exercise's when this one rehearses it.</summary>
    public string CheckedAs { get; init; } = Id;

    public int Place { get; init; }

    /// <summary>The minutes that a developer new to C# takes to write an answer, without the reading.</summary>
    public int AnswerMinutes { get; init; }

    /// <summary>What to write first, in a sentence or two. It helps with an empty cell and reveals no part of the answer.</summary>
    public string FirstStep { get; init; } = "";

    public abstract IReadOnlyList<RequirementInfo> Requirements { get; }

    /// <summary>The interface that the exam calls the learner's work by.</summary>
    public abstract Type WorkType { get; }

    /// <summary>Asks the work, which is of <see cref="WorkType"/>, for every requirement in order.</summary>
    /// <param name="work">The learner's work, or its stand-in for another process.</param>
    public abstract Task<ExamReport> ExamineWorkAsync(object work, ExamTerms terms, CancellationToken cancellationToken = default);
}
