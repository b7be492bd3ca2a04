using CachingLab.Grading.Submissions;

namespace CachingLab.Bench;

/// <summary>The resident memory of the grader and its compiler, looked at after each row.</summary>
/// <param name="warmUp">After how many rows the grader counts as warm.</param>
/// <param name="compiler">What the compiler uses now.</param>
internal sealed class MemoryMarks(int warmUp, Func<long> compiler) : IProgress<ClassProgress>
{
    public long AfterWarmUp { get; private set; }

    public long Last { get; private set; }

    public long Peak { get; private set; }

    public void Report(ClassProgress value)
    {
        Last = Environment.WorkingSet + compiler();
        Peak = Math.Max(Peak, Last);
        if (value.Done == warmUp)
            AfterWarmUp = Last;
    }
}
