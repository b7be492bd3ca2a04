using System.Globalization;
using System.Reflection;
using CachingLab.Answers;
using CachingLab.Exams;

namespace CachingLab.Checks;

/// <summary>
/// Tells whether a check judged an earlier answer than the one on the screen. When a cell does not compile or declares another signature, the function
/// of an earlier run is still in scope, and the check cell gets that function.
/// </summary>
/// <param name="time">The clock of the times that are shown.</param>
internal sealed class FormerAnswer(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (Assembly Cell, DateTimeOffset At)> judged = [];
    private readonly BrokenCells broken = new();

    /// <summary>A warning when an earlier answer was judged, or a note when the same answer was judged before.</summary>
    /// <param name="cell">The compiled cell that the work comes from.</param>
    public (string? Warning, string? Note) Look(Exercise exercise, Module cell)
    {
        string name = exercise.Declares;
        ScriptCell? answer = ScriptCell.Of(cell.Assembly)?.InForce(name);
        Assembly declared = answer?.Assembly ?? cell.Assembly;
        string? note = Remember(exercise, declared);
        if (broken.Last(name) is { } failed && failed.Before.Contains(declared))
            return ($"An earlier {name} was judged: your last one does not compile ({failed.Error}). Correct its cell, run it, then run this one again.", null);
        if (answer?.IsRedeclared(name) is true)
            return ($"An earlier {name} was judged: the newest one has another signature. Give it back the one that the cell had, run it, then run this one again.", null);
        return (null, note);
    }

    // Running a cell again creates another assembly. A known assembly means that the cell was not run since the last check.
    private string? Remember(Exercise exercise, Assembly cell)
    {
        lock (gate)
        {
            if (judged.TryGetValue(exercise.Id, out (Assembly Cell, DateTimeOffset At) before) && before.Cell == cell)
                return string.Create(CultureInfo.InvariantCulture,
                    $"The same {exercise.Declares} as at {before.At:HH:mm}: if you have changed it since then, run its cell and look for an error.");
            judged[exercise.Id] = (cell, time.GetLocalNow());
            return null;
        }
    }
}
