using System.Security.Cryptography;
using CachingLab.Cli.State;
using CachingLab.Exams;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Cli.Watch;

/// <summary>One watched notebook and its last known content.</summary>
/// <param name="file">The <c>.ipynb</c>; a newer <c>.verso</c> beside it counts in its place.</param>
/// <param name="time">The clock for the time that it is unreadable.</param>
internal sealed class WatchedNotebook(string file, TimeProvider time)
{
    // File times are coarse: a second write shortly after the first may leave the same time.
    private static readonly TimeSpan Young = TimeSpan.FromSeconds(3);
    private readonly string name = Path.GetFileNameWithoutExtension(file);
    private (string Path, DateTime Time, long Size) stamp;
    private byte[] hash = [];
    private long? doubtful;
    private bool told;

    /// <summary>Whether it was unreadable at the last check but may become readable.</summary>
    public bool IsDoubtful => doubtful is not null && !told;

    /// <summary>Checks the file; null when there is nothing to report.</summary>
    /// <param name="noticed">Whether a notification named it, so that the content is read even if time and size are unchanged.</param>
    public WatchEvent? Look(bool noticed)
    {
        SubmissionFile chosen = SubmissionFile.Choose(file);
        var info = new FileInfo(chosen.Path);
        (string, DateTime, long) now = (chosen.Path, info.Exists ? info.LastWriteTimeUtc : default, info.Exists ? info.Length : -1);
        bool settled = stamp == now && (time.GetUtcNow().UtcDateTime - now.Item2).Duration() > Young;
        if (settled && !noticed && !IsDoubtful)
            return null;
        stamp = now;
        try
        {
            Notebook notebook = NotebookReader.Read(chosen.Path);
            byte[] content = SHA256.HashData(notebook.Original.Span);
            bool doubted = doubtful is not null;
            (doubtful, told) = (null, false);
            if (content.AsSpan().SequenceEqual(hash))
                return doubted ? new NotebookUnchanged(name) : null;
            hash = content;
            return new NotebookSaved(name, notebook, chosen.Note);
        }
        catch (NotebookFormatException e)
        {
            return Doubt(LearnersCopy.WithCure(name, e.Reason));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Doubt(CodeText.FirstLine(e.Message));
        }
    }

    private WatchEvent? Doubt(string reason)
    {
        if (doubtful is not { } since)
        {
            doubtful = time.GetTimestamp();
            return new NotebookSaving(name);
        }

        if (told || time.GetElapsedTime(since) < NotebookWatcher.Patience)
            return null;
        told = true;
        return new NotebookBroken(name, reason);
    }
}
