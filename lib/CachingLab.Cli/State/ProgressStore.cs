using System.Diagnostics;
using System.Text.Json;
using CachingLab.Exercises;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;

namespace CachingLab.Cli.State;

/// <summary>Stores the learner's progress in <c>.lab/progress.json</c>. Safe to use from several threads and processes.</summary>
/// <param name="folder">The lab's folder.</param>
/// <param name="time">The clock for edits.</param>
/// <param name="say">Shows the learner, once and in one line, that the file was damaged, or cannot be read or written.</param>
internal sealed class ProgressStore(LabFolder folder, TimeProvider time, Action<string> say)
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(2);
    private readonly Lock gate = new();
    private readonly HashSet<string> said = [];

    // Progress that could not be written is held in memory until this process ends.
    private ProgressFile? unwritten;

    /// <summary>The progress of an exercise; empty when there is none.</summary>
    public ExerciseProgress Of(string exerciseId)
    {
        lock (gate)
            return Read().Exercises.GetValueOrDefault(exerciseId) ?? new ExerciseProgress();
    }

    /// <summary>The last verdict of each exercise that has one, and is still in the course.</summary>
    public IReadOnlyList<ExerciseRecord> Verdicts()
    {
        lock (gate)
            return [.. Read().Exercises.Where(e => e.Value.Last?.Id == e.Key && Course.StepOf(e.Key) is not null).Select(e => e.Value.Last!)];
    }

    /// <summary>The last verdict when it is on the same answer and course; else null, and the answer must be graded again.</summary>
    public ExerciseRecord? Verdict(string exerciseId, string answerHash, string courseDigest) =>
        Of(exerciseId) is { Last: { } last } known && known.AnswerHash == answerHash && known.CourseDigest == courseDigest ? last : null;

    /// <summary>Stores a verdict.</summary>
    /// <param name="record">The verdict.</param>
    /// <param name="answer">The graded answer.</param>
    /// <param name="courseDigest">The digest of the course that it was graded by.</param>
    public void Add(ExerciseRecord record, AnswerText answer, string courseDigest) => Change(record.Id, known => known with
    {
        Last = record with { Source = null },
        AnswerHash = answer.Hash,
        CourseDigest = courseDigest,
        SourceHash = answer.SourceHash,
        Edited = !record.Begun ? null : known.SourceHash == answer.SourceHash ? known.Edited : time.GetUtcNow(),
        PassedAnswer = record.Status is GradeStatus.Passed ? answer.Source : known.PassedAnswer,
    });

    /// <summary>Stores that one more hint of a requirement was shown.</summary>
    public void AddHint(string exerciseId, string requirementId) => Change(exerciseId, known => known with
    {
        HintsShown = new Dictionary<string, int>(known.HintsShown)
        {
            [requirementId] = known.HintsShown.GetValueOrDefault(requirementId) + 1,
        },
    });

    private void Change(string exerciseId, Func<ExerciseProgress, ExerciseProgress> change)
    {
        lock (gate)
        {
            using FileStream? alone = TakeLock();
            ProgressFile file = Read();
            ExerciseProgress known = file.Exercises.GetValueOrDefault(exerciseId) ?? new ExerciseProgress();
            Write(file with
            {
                Exercises = new Dictionary<string, ExerciseProgress>(file.Exercises) { [exerciseId] = change(known) },
            });
        }
    }

    private ProgressFile Read()
    {
        if (unwritten is not null)
            return unwritten;
        try
        {
            // On Windows, a reader without these flags would keep a writer from replacing the file.
            using var file = new FileStream(folder.ProgressFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return JsonSerializer.Deserialize(file, ProgressJson.Default.ProgressFile) ?? throw new JsonException("null");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ProgressFile();
        }
        catch (JsonException)
        {
            return StartAnew();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Say($"progress cannot be read ({e.Message.ReplaceLineEndings(" ")}); it is remembered until lab ends");
            return unwritten = new ProgressFile();
        }
    }

    private ProgressFile StartAnew()
    {
        string shown = folder.Shown(folder.ProgressFile);
        try
        {
            string aside = $"{folder.ProgressFile}.damaged-{Guid.NewGuid().ToString("N")[..8]}";
            File.Move(folder.ProgressFile, aside);
            Say($"{shown} was damaged: it is kept as {folder.Shown(aside)}, and progress starts anew from your notebooks");
            return new ProgressFile();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Say($"{shown} is damaged and cannot be moved aside; progress is remembered until lab ends");
            return unwritten = new ProgressFile();
        }
    }

    private void Write(ProgressFile progress)
    {
        if (unwritten is null)
        {
            try
            {
                AtomicFile.Write(folder.ProgressFile, file => JsonSerializer.Serialize(file, progress, ProgressJson.Default.ProgressFile), toDisk: false);
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Say($"progress cannot be saved in {folder.Shown(folder.Path)} ({e.Message.ReplaceLineEndings(" ")}); it is remembered until lab ends");
            }
        }

        unwritten = progress;
    }

    /// <summary>Keeps other processes from changing the file. Null when the lock is not available; then the last writer wins.</summary>
    private FileStream? TakeLock()
    {
        if (unwritten is not null)
            return null;
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                Directory.CreateDirectory(folder.Path);
                return new FileStream(folder.ProgressFile + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException)
            {
                return null;
            }
            catch (IOException)
            {
                if (!Directory.Exists(folder.Path) || Stopwatch.GetElapsedTime(start) > LockPatience)
                    return null;
                Thread.Sleep(10);
            }
        }
    }

    private void Say(string line)
    {
        if (said.Add(line))
            say(line);
    }
}
