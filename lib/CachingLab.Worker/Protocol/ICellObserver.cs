using CachingLab.Exams;
using CachingLab.Worker.Calls;

namespace CachingLab.Worker.Protocol;

/// <summary>Is notified of the run of cells.</summary>
public interface ICellObserver
{
    /// <summary>A cell has begun.</summary>
    [Notice]
    void Started(string cell);

    /// <summary>A cell has printed, shown or returned something.</summary>
    [Notice]
    void Shown(string cell, CellOutput output);

    /// <summary>A cell has ended.</summary>
    /// <param name="cell">Its id.</param>
    /// <param name="error">What it threw, or null.</param>
    [Notice]
    void Ended(string cell, WireError? error);
}
