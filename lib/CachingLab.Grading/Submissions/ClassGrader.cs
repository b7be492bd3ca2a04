using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CachingLab.Exams;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Submissions;

/// <summary>Grades many submissions in parallel. A problem with one never stops the others.</summary>
public sealed class ClassGrader(NotebookGrader grader, int parallel)
{
    private const string StoppedTheGrader =
        "stopped the grader, twice and the second time alone: your code ended, stopped or blocked the process that grades it; take that out";
    private static readonly TimeSpan InterruptArrives = TimeSpan.FromMilliseconds(150);

    /// <summary>How many submissions have a row.</summary>
    public int Done { get; private set; }

    /// <summary>Grades submissions. The run has the rows of an interrupted one, and keeps those so far when this is cancelled.</summary>
    /// <returns>One row for each submission, in the same order.</returns>
    public async Task<IReadOnlyList<SubmissionRecord>> GradeAsync(
        IReadOnlyList<FoundSubmission> submissions, GradingRun run, IProgress<ClassProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Done = 0;
        var rows = new SubmissionRecord[submissions.Count];
        var gate = new Lock();
        long start = Stopwatch.GetTimestamp();
        int known = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken };
        var suspects = new ConcurrentQueue<int>();
        await Parallel.ForEachAsync(Enumerable.Range(0, submissions.Count), options, async (i, token) =>
        {
            if (await RowAsync(submissions[i], run, alone: false, token) is { Row: { } row } graded)
                Add(i, row, graded.Known);
            else
                suspects.Enqueue(i);
        });

        // A submission that was being graded when the grader ended abruptly may be the cause. Grading each alone shows which one it is.
        foreach (int i in suspects.Order())
        {
            (SubmissionRecord? row, bool wasKnown) = await RowAsync(submissions[i], run, alone: true, cancellationToken);
            Add(i, row!, wasKnown);
        }

        return rows;

        void Add(int i, SubmissionRecord row, bool wasKnown)
        {
            lock (gate)
            {
                rows[i] = row with { From = submissions[i].From, HandIn = submissions[i].HandIn };
                Done++;
                known += wasKnown ? 1 : 0;
                progress?.Report(new ClassProgress(Done, rows.Length, known, Stopwatch.GetElapsedTime(start)));
            }
        }
    }

    // Returns no row for a submission that must be graded alone.
    private async Task<(SubmissionRecord? Row, bool Known)> RowAsync(
        FoundSubmission submission, GradingRun run, bool alone, CancellationToken cancellationToken)
    {
        Action giveUp = () => { };
        try
        {
            SubmittedNotebook read = submission.Read();
            string digest = Digest(read);
            if (run.Find(submission, digest) is { } known)
                return (known, true);
            int strikes = run.Strikes(submission, digest);
            if (strikes == 1 && !alone)
                return (null, false);
            run.Begin(submission, digest);
            giveUp = () => run.GiveUp(submission, digest);
            string? refusal = strikes > 1 ? StoppedTheGrader : null;
            SubmissionRecord row = await grader.GradeAsync(read.Notebook, submission.Path, read.Note, refusal, cancellationToken);

            // Ctrl+C ends the answers' processes too, and such a crash is no verdict.
            if (row.Exercises.Any(e => e.Status is GradeStatus.Crashed))
                await Task.Delay(InterruptArrives, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            run.Add(submission, digest, row);
            return (row, false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            giveUp();
            throw;
        }
        catch (NotebookFormatException e)
        {
            return (Ungradable(submission, e.Reason), false);
        }
        catch (MachineFaultException e)
        {
            giveUp();
            return (Ungradable(submission, e.Message), false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            giveUp();
            return (Ungradable(submission, $"{MachineFaultException.Words}the grader itself failed ({e.GetType().Name}: {CodeText.FirstLine(e.Message)}): grade it again"), false);
        }
    }

    private static SubmissionRecord Ungradable(FoundSubmission submission, string reason) => new(submission.Path, null, [], reason);

    /// <summary>Identifies a submission's content.</summary>
    internal static string Digest(SubmittedNotebook read)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(read.Notebook.Original.Span);
        hash.AppendData(Encoding.UTF8.GetBytes(read.Note ?? ""));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>The progress of grading a class: how many have a row, of how many, and how many of those done an earlier run had graded.</summary>
public sealed record ClassProgress(int Done, int Total, int Kept, TimeSpan Elapsed)
{
    /// <summary>How long the rest will take at the pace so far; null before anything was graded.</summary>
    public TimeSpan? TimeLeft => Done > Kept ? Elapsed / (Done - Kept) * (Total - Done) : null;

    /// <summary>As in <c>12/400 graded, about 3 min left</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Done}/{Total} graded{(Kept > 0 ? $" ({Kept} in an earlier run)" : "")}{Left()}");

    private string Left() => TimeLeft switch
    {
        null => "",
        _ when Done == Total => "",
        { TotalSeconds: < 60 } => ", less than a minute left",
        { TotalMinutes: < 90 } left => string.Create(CultureInfo.InvariantCulture, $", about {Math.Ceiling(left.TotalMinutes):0} min left"),
        { } left => string.Create(CultureInfo.InvariantCulture, $", about {left.TotalHours:0.0} h left"),
    };
}
