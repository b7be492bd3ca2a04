using CachingLab.Checks;
using CachingLab.Exams;

namespace CachingLab.Worker.Running;

/// <summary>The check host of a graded child. Keeps the work of the exercise that is graded.</summary>
internal sealed class GradingHost(string wanted) : ICheckHost
{
    private bool open;

    /// <summary>The work, once its check cell has run.</summary>
    public object? Work { get; private set; }

    /// <summary>The interface that the exam calls the work by.</summary>
    public Type? WorkType { get; private set; }

    /// <summary>Begins to accept work, just before the check cell runs. Work that earlier cells hand over is not the answer.</summary>
    public void Open() => open = true;

    public Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work)
    {
        if (open && exercise.Id == wanted && Work is null)
            (Work, WorkType) = (work, typeof(TWork));
        return Task.CompletedTask;
    }
}
