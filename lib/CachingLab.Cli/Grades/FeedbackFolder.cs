using CachingLab.Grading.Records;
using CachingLab.Grading.Reports.Feedback;

namespace CachingLab.Cli.Grades;

/// <summary>The folder that feedback is asked for in.</summary>
/// <param name="Target">The folder.</param>
internal sealed record FeedbackFolder(string Target)
{
    /// <summary>The option that asks for it.</summary>
    public const string Option = "--feedback";

    /// <summary>Creates the folder and checks that it can be written to, before the grading.</summary>
    /// <exception cref="IOException">It cannot; the message says why in one line.</exception>
    public void Check()
    {
        try
        {
            Directory.CreateDirectory(Target);
            string draft = Path.Combine(Target, $".{Guid.NewGuid():N}.tmp");
            new FileStream(draft, FileMode.CreateNew, FileAccess.Write).Dispose();
            File.Delete(draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new IOException($"{Option} {Target}: no feedback can be written there: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <summary>Writes a page for each learner.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="IOException">A page cannot be written.</exception>
    public int Write(GradeBook book)
    {
        var files = new FeedbackFiles(book);
        files.Write(Target);
        return files.Files.Count;
    }
}
