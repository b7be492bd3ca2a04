using System.Security.Cryptography;
using System.Text;
using CachingLab.Exams;
using CachingLab.Notebooks;

namespace CachingLab.Grading;

/// <summary>Grades many submissions at once. Each is a grading of its own: what is wrong with one never stops the rest.</summary>
/// <param name="grader">Grades each.</param>
/// <param name="parallel">How many at a time.</param>
/// <param name="time">The clock of the progress.</param>
public sealed class ClassGrader(NotebookGrader grader, int parallel, TimeProvider? time = null)
{
    private static readonly TimeSpan InterruptArrives = TimeSpan.FromMilliseconds(150);
    private readonly TimeProvider clock = time ?? TimeProvider.System;

    /// <summary>Grades them.</summary>
    /// <param name="submissions">The submissions.</param>
    /// <param name="run">Keeps the rows, and knows those of an interrupted run.</param>
    /// <param name="progress">Told after each row.</param>
    /// <param name="cancellationToken">Gives up; the rows so far are kept.</param>
    /// <returns>One row a submission, in the same order.</returns>
    public async Task<IReadOnlyList<SubmissionRecord>> GradeAsync(
        IReadOnlyList<FoundSubmission> submissions, GradingRun run, IProgress<ClassProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var rows = new SubmissionRecord[submissions.Count];
        var gate = new Lock();
        long start = clock.GetTimestamp();
        int done = 0;
        int known = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, submissions.Count), options, async (i, token) =>
        {
            (SubmissionRecord row, bool wasKnown) = await RowAsync(submissions[i], run, token);
            lock (gate)
            {
                rows[i] = row with { From = submissions[i].From };
                done++;
                known += wasKnown ? 1 : 0;
                progress?.Report(new ClassProgress(done, rows.Length, known, clock.GetElapsedTime(start)));
            }
        });
        return rows;
    }

    private async Task<(SubmissionRecord Row, bool Known)> RowAsync(FoundSubmission submission, GradingRun run, CancellationToken cancellationToken)
    {
        try
        {
            SubmittedNotebook read = submission.Read();
            string digest = Digest(read);
            if (run.Find(submission, digest) is { } known)
                return (known, true);
            SubmissionRecord row = await grader.GradeAsync(read.Notebook, submission.Path, read.Note, cancellationToken);

            // Ctrl+C reaches the answers' processes too: a crash that comes with it is no verdict.
            if (row.Exercises.Any(e => e.Status is GradeStatus.Crashed))
                await Task.Delay(InterruptArrives, clock, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            run.Add(submission, digest, row);
            return (row, false);
        }
        catch (NotebookFormatException e)
        {
            return (Ungradable(submission, e.Reason), false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return (Ungradable(submission, $"the grader itself failed ({e.GetType().Name}: {CodeText.FirstLine(e.Message)}): grade it again"), false);
        }
    }

    private static SubmissionRecord Ungradable(FoundSubmission submission, string reason) => new(submission.Path, null, [], reason);

    private static string Digest(SubmittedNotebook read)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(read.Notebook.Original.Span);
        hash.AppendData(Encoding.UTF8.GetBytes(read.Note ?? ""));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
