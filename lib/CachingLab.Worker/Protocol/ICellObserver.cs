using CachingLab.Exams;
using CachingLab.Worker.Calls;

namespace CachingLab.Worker.Protocol;

/// <summary>Is told how cells run.</summary>
public interface ICellObserver
{
    /// <summary>A cell begins.</summary>
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
