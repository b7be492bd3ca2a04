using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Runs;

/// <summary>Is told of a run while it goes on, one call at a time.</summary>
public interface IRunProgress
{
    /// <summary>A cell begins.</summary>
    void Started(string cell);

    /// <summary>A cell has printed, shown or returned something.</summary>
    void Shown(string cell, CellOutput output);
}
