using System.Diagnostics;

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

    /// <summary>What a requirement throws when it cannot be judged before another one is met; the reason is the other one's title.</summary>
    internal NotRunException Later(string id) => new($"judged once this is met: {Requirements.Single(r => r.Id == id).Title}");

    /// <summary>The interface that the exam calls the learner's work by.</summary>
    public abstract Type WorkType { get; }

    /// <summary>Asks the work, which is of <see cref="WorkType"/>, for every requirement in order.</summary>
    /// <param name="work">The learner's work, or its stand-in for another process.</param>
    public abstract Task<ExamReport> ExamineWorkAsync(object work, ExamTerms terms, CancellationToken cancellationToken = default);
}

/// <summary>An exercise with the code of its requirements.</summary>
public sealed record Exercise<TWork>(
    string Id, string Title, string Notebook, string Declares, IReadOnlyList<Requirement<TWork>> Rules)
    : Exercise(Id, Title, Notebook, Declares)
{
    public override Type WorkType => typeof(TWork);

    public override IReadOnlyList<RequirementInfo> Requirements => Rules;

    /// <summary>Asks the work for every requirement, in order.</summary>
    /// <returns>A report with every requirement exactly once, whatever the work does.</returns>
    public async Task<ExamReport> ExamineAsync(TWork work, ExamTerms terms, CancellationToken cancellationToken = default)
    {
        var results = new List<Verdict>();
        string? lost = null;
        var kept = new Dictionary<string, object>();
        foreach (Requirement<TWork> rule in Rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string? unmet = rule.After.FirstOrDefault(id => results.Single(r => r.Id == id).Status is not VerdictStatus.Passed);
            if (lost is not null)
            {
                results.Add(rule.Judged(VerdictStatus.NotRun, lost));
            }
            else if (unmet is not null)
            {
                results.Add(rule.Judged(VerdictStatus.NotRun, Later(unmet).Message));
            }
            else
            {
                long start = Stopwatch.GetTimestamp();
                (Verdict result, lost) = await JudgeAsync(rule, work, terms, kept, cancellationToken);
                results.Add(result with { Seconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 3) });
            }
        }

        return new ExamReport(this, terms.Seed, results);
    }

    public override Task<ExamReport> ExamineWorkAsync(object work, ExamTerms terms, CancellationToken cancellationToken = default) =>
        ExamineAsync((TWork)work, terms, cancellationToken);

    private static async Task<(Verdict Result, string? Lost)> JudgeAsync(
        Requirement<TWork> rule, TWork work, ExamTerms terms, Dictionary<string, object> kept, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var exam = new Exam(new Random(SeedOf(terms.Seed, rule.Id)), terms, ending.Token, kept);
        Task? judging = null;
        Verdict NotRun(string message) => rule.Judged(VerdictStatus.NotRun, message);
        try
        {
            judging = Task.Run(() => rule.Verify(work, exam), cancellationToken);
            await judging.WaitAsync(terms.Limit, cancellationToken);
            return (rule.Judged(VerdictStatus.Passed), null);
        }
        catch (UnmetException e)
        {
            return (rule.Judged(VerdictStatus.Failed, e.Message, e.Counterexample), null);
        }
        catch (AnswerException e) when (e.Is<NotImplementedException>())
        {
            string message = "not written yet: the code still throws NotImplementedException";
            return (rule.Judged(VerdictStatus.Failed, message) with { NotWritten = true }, null);
        }
        catch (AnswerException e)
        {
            UnmetException unmet = exam.Unmet(exam.Calling, GotText.Thrown(e), Counterexample.NoException);
            return (rule.Judged(VerdictStatus.Failed, unmet.Message, unmet.Counterexample), null);
        }
        catch (NotRunException e)
        {
            return (NotRun(e.Message) with { ByGrader = e.ByGrader }, null);
        }
        catch (WorkLostException e)
        {
            return (NotRun(e.Message), "not run: " + e.Message);
        }
        catch (TimeoutException) when (judging is { IsCompleted: false })
        {
            await ending.CancelAsync();
            string message = $"no answer within {terms.Limit.TotalSeconds:0.#} s: is there a loop or a wait that never ends? Restart the kernel to stop it";
            return (rule.Judged(VerdictStatus.Failed, message) with { Abandoned = true }, "not run: an earlier requirement never ended");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return (NotRun($"the exam itself stopped here: {e.GetType().Name}: {CodeText.FirstLine(e.Message)}"), null);
        }
    }

    private static int SeedOf(int seed, string id) => id.Aggregate(seed, (hash, c) => unchecked((hash * 31) + c));
}
