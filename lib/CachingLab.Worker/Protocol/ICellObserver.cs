using CachingLab.Exams;
using CachingLab.Worker.Calls;

namespace CachingLab.Worker.Protocol;

/// <summary>Is notified of the run of cells.</summary>
public interface ICellObserver
{
    [Notice]
    void Started(string cell);

    [Notice]
    void Shown(string cell, CellOutput output);

    /// <param name="error">What it threw, or null.</param>
    [Notice]
    void Ended(string cell, WireError? error);
}
