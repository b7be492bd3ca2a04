using CachingLab.Checks;
using CachingLab.Exams;

namespace CachingLab.Worker.Running;

/// <summary>Where check cells hand work over in a graded child: keeps the work of the one exercise that the exam in the other process is about.</summary>
/// <param name="wanted">The exercise's id.</param>
internal sealed class GradingHost(string wanted) : ICheckHost
{
    private bool open;

    /// <summary>The work, once its check cell has run.</summary>
    public object? Work { get; private set; }

    /// <summary>The interface that the exam calls it by.</summary>
    public Type? WorkType { get; private set; }

    /// <summary>The check cell is about to run: what other cells hand over, a draft perhaps, is not the answer.</summary>
    public void Open() => open = true;

    public Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work)
    {
        if (open && exercise.Id == wanted && Work is null)
            (Work, WorkType) = (work, typeof(TWork));
        return Task.CompletedTask;
    }
}
