using CachingLab.Doors;
using CachingLab.Exams;

namespace CachingLab.Sandbox.Serving;

/// <summary>The door in the child: keeps the work of the one exercise that the exam in the other process is about.</summary>
/// <param name="exercise">The exercise's id.</param>
internal sealed class ExamDoor(string exercise) : ICheckDoor
{
    private bool open;

    /// <summary>The work, once its check cell has run.</summary>
    public object? Work { get; private set; }

    /// <summary>The check cell is about to run: what other cells hand over, a draft perhaps, is not the answer.</summary>
    public void Open() => open = true;

    public Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work)
    {
        if (open && exercise.Id == wanted)
            Work ??= work;
        return Task.CompletedTask;
    }

    private readonly string wanted = exercise;
}
