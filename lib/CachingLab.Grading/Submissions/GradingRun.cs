using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CachingLab.Exams;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;

namespace CachingLab.Grading.Submissions;

/// <summary>
/// One call of the grader, saved on disk row by row. After an interruption, a call with the same arguments continues where the interrupted one
/// stopped. A saved row counts only for the same path, content, course, limits and seed. The submissions being graded are noted too: one that was
/// being graded each time the grader ended abruptly is the cause.
/// </summary>
public sealed class GradingRun : IDisposable
{
    private const string Begun = "begun";
    private const string GivenUp = "given-up";
    private const string Format = "cachinglab.run/2";
    private readonly Lock gate = new();
    private readonly Dictionary<(int Argument, string Path, string Digest), SubmissionRecord> kept = [];
    private readonly Dictionary<(int Argument, string Path, string Digest), int> strikes = [];
    private readonly string file;
    private FileStream? stream;

    private GradingRun(string file, int seed)
    {
        this.file = file;
        Seed = seed;
    }

    /// <summary>The seed of the random inputs, in all parts of the run.</summary>
    public int Seed { get; private set; }

    /// <summary>The number of rows from earlier parts of the run.</summary>
    public int Kept => kept.Count;

    /// <summary>Whether rows are saved. They are not when the file cannot be written or when another run of the same call has it open.</summary>
    public bool IsKept => stream is not null;

    /// <summary>
    /// Begins a run, or continues an interrupted one. The fingerprint is a <see cref="VerdictDigest"/>. A null seed is the interrupted run's, or else a
    /// random one.
    /// </summary>
    public static GradingRun Open(
        string folder, IEnumerable<string> arguments, string fingerprint, int? seed, bool fresh = false, TimeProvider? time = null)
    {
        var run = new GradingRun(FileOf(folder, arguments), seed ?? ExamSeed.Draw());
        try
        {
            Directory.CreateDirectory(folder);

            // The file is locked until this process ends.
            run.stream = new FileStream(run.file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (fresh || !run.Load(fingerprint, seed))
                run.StartOver(fingerprint);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            run.StopKeeping();
        }

        // This comes after the run has opened its own file, which stays however old it is.
        RunsFolder.RemoveAbandoned(folder, time ?? TimeProvider.System);
        return run;
    }

    /// <summary>The file that saves the run of a call.</summary>
    public static string FileOf(string folder, IEnumerable<string> arguments)
    {
        string name = string.Join('\n', arguments.Select(Path.GetFullPath));
        return Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16] + ".run");
    }

    /// <summary>The row of an earlier part of the run for the same content, or null.</summary>
    public SubmissionRecord? Find(FoundSubmission submission, string digest) =>
        kept.GetValueOrDefault((submission.Argument, submission.Path, digest));

    /// <summary>How often the grader ended abruptly while it graded a submission.</summary>
    public int Strikes(FoundSubmission submission, string digest) =>
        strikes.GetValueOrDefault((submission.Argument, submission.Path, digest));

    /// <summary>Notes that the grading of a submission begins.</summary>
    public void Begin(FoundSubmission submission, string digest) => Mark(submission, digest, Begun);

    /// <summary>Notes that the grading of a submission was cancelled or failed, so that it is not taken for the cause of an abrupt end.</summary>
    public void GiveUp(FoundSubmission submission, string digest) => Mark(submission, digest, GivenUp);

    public void Add(FoundSubmission submission, string digest, SubmissionRecord row)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        line.Write($"{digest} {submission.Argument.ToString(CultureInfo.InvariantCulture)} ");
        JsonReport.WriteLine(row, line);
        lock (gate)
            Write(line.ToString());
    }

    /// <summary>Deletes the run's file, once its reports are written.</summary>
    public void Finish()
    {
        if (stream is null)
            return;
        Dispose();
        SandboxLeftovers.Try(() => File.Delete(file));
    }

    public void Dispose() => StopKeeping();

    private void StartOver(string fingerprint)
    {
        kept.Clear();
        strikes.Clear();
        stream!.SetLength(0);
        Write(string.Create(CultureInfo.InvariantCulture, $"{Format} {fingerprint} {Seed}\n"));
    }

    private bool Load(string fingerprint, int? seed)
    {
        using var reader = new StreamReader(stream!, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadLine()?.Split(' ') is not [Format, var was, var number] || was != fingerprint
            || !int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int stored) || (seed ?? stored) != stored)
            return false;
        Seed = stored;
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(' ', 3) is [var digest, var argument, var json] && JsonReport.ReadLine(json) is { } row
                && int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out int number0))
                kept[(number0, row.Path, digest)] = row;
            else if (line.Split(' ', 4) is [Begun or GivenUp, var content, var place, var path]
                && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out int number1))
            {
                ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(strikes, (number1, Uri.UnescapeDataString(path), content), out _);
                count += line.StartsWith(Begun, StringComparison.Ordinal) ? 1 : -1;
            }
        }

        // A killed process may have left half a line, so the next entry begins on a new line.
        stream!.Seek(0, SeekOrigin.End);
        Write("\n");
        return true;
    }

    // Escaping makes any path one word.
    private void Mark(FoundSubmission submission, string digest, string mark)
    {
        lock (gate)
            Write(string.Create(CultureInfo.InvariantCulture, $"{mark} {digest} {submission.Argument} {Uri.EscapeDataString(submission.Path)}\n"));
    }

    private void Write(string text)
    {
        if (stream is null)
            return;
        try
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush();
        }
        catch (IOException)
        {
            StopKeeping();
        }
    }

    // That a run can go on later is a convenience: verdicts and reports do not depend on it.
    private void StopKeeping()
    {
        FileStream? last = stream;
        stream = null;
        SandboxLeftovers.Try(() => last?.Dispose());
    }
}
