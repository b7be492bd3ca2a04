using CachingLab.Grading.Submissions;

namespace CachingLab.Cli.Grades;

/// <summary>Progress as plain lines, at most one in ten seconds. A short run prints none.</summary>
/// <param name="output">The writer for the lines.</param>
internal sealed class ProgressLines(TextWriter output) : IProgress<ClassProgress>
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private TimeSpan last;

    public void Report(ClassProgress value)
    {
        // After ten minutes, one line a minute is enough.
        TimeSpan interval = value.Elapsed < TimeSpan.FromMinutes(10) ? First : TimeSpan.FromMinutes(1);
        if (value.Done == value.Total || value.Elapsed - last < interval)
            return;
        last = value.Elapsed;
        output.WriteLine(value);
    }
}
