using CachingLab.Doors;
using CachingLab.Exams;

namespace CachingLab.Sandbox.Serving;

/// <summary>The door in the child: keeps the work of the one exercise that the exam in the other process is about.</summary>
/// <param name="exercise">The exercise's id.</param>
internal sealed class ExamDoor(string exercise) : ICheckDoor
{
    /// <summary>The work, once its check cell has run.</summary>
    public object? Work { get; private set; }

    public Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work)
    {
        if (exercise.Id == wanted)
            Work ??= work;
        return Task.CompletedTask;
    }

    private readonly string wanted = exercise;
}
