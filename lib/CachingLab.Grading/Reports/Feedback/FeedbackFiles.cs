using System.Text;
using System.Text.RegularExpressions;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Reports.Feedback;

/// <summary>
/// The files of feedback to give out, one for each learner who handed something in. Each is where the platform that the hand-in came from takes it back:
/// Moodle in the learner's folder, Canvas under the name of the file that was handed in, else in a folder of the learner's name.
/// </summary>
public sealed partial class FeedbackFiles
{
    private const int LongestName = 100;
    private const int LongestHead = 4_096;
    private const string NotInNames = "/\\:*?\"<>|";

    private readonly GradeBook book;

    /// <summary>Finds the place of each learner's file.</summary>
    public FeedbackFiles(GradeBook book)
    {
        this.book = book;
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Files = [.. book.Learners.Where(l => l.Submissions.Count > 0).Select(l => (l, Free(PathOf(l), used)))];
    }

    /// <summary>Each learner's file, below the folder of the feedback, with forward slashes.</summary>
    public IReadOnlyList<(LearnerRecord Learner, string Path)> Files { get; }

    /// <summary>Writes the files into a folder, which is created. One that is there is replaced when it is feedback from an earlier call.</summary>
    /// <exception cref="IOException">A file cannot be written, or another program's file is in its place; then nothing is written.</exception>
    public void Write(string folder)
    {
        foreach ((_, string path) in Files)
        {
            string file = Path.Combine(folder, path);
            if (Directory.Exists(file) || (File.Exists(file) && !IsFeedback(file)))
                throw new IOException($"{path} is there and is not feedback that this command wrote: move it away, or name another folder");
        }

        foreach ((LearnerRecord learner, string path) in Files)
            AtomicFile.Write(Path.Combine(folder, path), new FeedbackPage(book, learner).Write, toDisk: false);
    }

    private static bool IsFeedback(string file)
    {
        using FileStream stream = File.OpenRead(file);
        byte[] head = new byte[LongestHead];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(head, 0, length).Contains($"content=\"{FeedbackPage.Generator}\"", StringComparison.Ordinal);
    }

    private static string PathOf(LearnerRecord learner)
    {
        string[] paths = [.. learner.Counted.Concat(learner.Submissions).Select(s => s.Path)];
        return paths.Select(InMoodle).OfType<string>().FirstOrDefault()
            ?? paths.Select(InCanvas).OfType<string>().FirstOrDefault()
            ?? InMoodleAlone(learner)
            ?? (learner.Name.Length == 0 ? "feedback.html" : $"{Name(learner.Name)}/feedback.html");
    }

    // Moodle names the learner in the folder, or before the file's name when it made no folders.
    private static string? InMoodle(string path)
    {
        string? part = path.Split('/').FirstOrDefault(p => MoodlePart.IsMatch(p));
        if (part is null)
            return null;
        string learner = MoodlePart.Match(part).Value;
        return Clean(learner) + (learner.Length == part.Length ? "/feedback.html" : "feedback.html");
    }

    // Moodle's zip of a single student has no folder of the student's name.
    private static string? InMoodleAlone(LearnerRecord learner) =>
        learner.Submissions.Select(s => s.HandIn).FirstOrDefault(h => h?.Platform == HandIn.Moodle) is { } handIn
            ? $"{Clean(handIn.Name)}_{handIn.Id}_assignsubmission_file_/feedback.html"
            : null;

    private static string? InCanvas(string path) =>
        path.Split('/').FirstOrDefault(p => CanvasPart.IsMatch(p)) is { } part ? Clean(Path.GetFileNameWithoutExtension(part)) + ".html" : null;

    private static string Free(string path, HashSet<string> used)
    {
        int slash = path.LastIndexOf('/');
        string free = path;
        for (int number = 2; !used.Add(free); number++)
            free = slash > 0 ? $"{path[..slash]} {number}{path[slash..]}" : $"{path[..^".html".Length]}-{number}.html";
        return free;
    }

    // A name from a roster or a path becomes one folder's name.
    private static string Name(string text)
    {
        string name = Clean(SafeText.Line(text, LongestName)).Trim(' ', '.');
        return name.Length == 0 ? "learner" : name;
    }

    // What no name of a file may hold, on Windows too, would lead out of the folder.
    private static string Clean(string name) =>
        string.Create(name.Length, name, (clean, text) =>
        {
            for (int i = 0; i < text.Length; i++)
                clean[i] = char.IsControl(text[i]) || NotInNames.Contains(text[i], StringComparison.Ordinal) ? '_' : text[i];
        });

    [GeneratedRegex(@"^[^/]+?_\d+_assignsubmission_(?:file|onlinetext)(?:_|$)")]
    private static partial Regex MoodlePart { get; }

    [GeneratedRegex(@"^(?:\w+?_)?(?:LATE_)?(?:\d+|anon_[0-9A-Za-z]{5})_\d+_.+\.(?:ipynb|verso|zip)$", RegexOptions.IgnoreCase)]
    private static partial Regex CanvasPart { get; }
}
