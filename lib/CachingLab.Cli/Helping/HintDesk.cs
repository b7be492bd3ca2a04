using CachingLab.Cli.Progress;
using CachingLab.Grading;

namespace CachingLab.Cli.Helping;

/// <summary>Gives out hints one at a time, for the first requirement that fails.</summary>
/// <param name="progress">Remembers what was shown.</param>
internal sealed class HintDesk(ProgressStore progress)
{
    /// <summary>The next hint; it counts as shown from now on. Null when nothing fails.</summary>
    /// <param name="record">The exercise's last verdict.</param>
    public Hint? Next(ExerciseRecord record) => throw new NotImplementedException(progress.ToString() + record);
}
