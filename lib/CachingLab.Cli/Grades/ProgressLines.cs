using CachingLab.Grading.Submissions;

namespace CachingLab.Cli.Grades;

/// <summary>Progress as plain lines, one in ten seconds at most: a short run prints none, a night's run a log that can be read.</summary>
/// <param name="output">Where to.</param>
internal sealed class ProgressLines(TextWriter output) : IProgress<ClassProgress>
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private TimeSpan last;

    public void Report(ClassProgress value)
    {
        // After the first ten minutes, one line in a minute tells enough.
        TimeSpan interval = value.Elapsed < TimeSpan.FromMinutes(10) ? First : TimeSpan.FromMinutes(1);
        if (value.Done == value.Total || value.Elapsed - last < interval)
            return;
        last = value.Elapsed;
        output.WriteLine(value);
    }
}
