using System.Diagnostics;
using System.IO.Pipes;

namespace CachingLab.Cli.Grades;

/// <summary>The grading process's side of a <see cref="GradeSupervisor"/>. Sends heartbeats, and notices a request to stop or the supervisor's end.</summary>
internal sealed class SupervisedProcess : IDisposable
{
    public const string Variable = "CACHINGLAB_GRADE_BEATS";
    public const string Again = "again";
    public const char Stop = 's';
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly AnonymousPipeClientStream beats;
    private readonly CancellationTokenSource stopping;

    private SupervisedProcess(string handle, bool again, CancellationToken cancellationToken)
    {
        beats = new AnonymousPipeClientStream(PipeDirection.Out, handle);
        stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        IsAgain = again;
        new Thread(Beat) { IsBackground = true, Name = "beats" }.Start();
        new Thread(Listen) { IsBackground = true, Name = "supervisor" }.Start();
    }

    /// <summary>Whether an earlier process of the same call ended abruptly.</summary>
    public bool IsAgain { get; }

    /// <summary>Is cancelled by the caller or the supervisor.</summary>
    public CancellationToken Token => stopping.Token;

    /// <summary>Starts the heartbeats; null when this process has no supervisor.</summary>
    public static SupervisedProcess? Begin(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split(' ') is not [var handle, var again])
            return null;
        Environment.SetEnvironmentVariable(Variable, null);
        return new SupervisedProcess(handle, again == Again, cancellationToken);
    }

    public void Dispose()
    {
        beats.Dispose();
        stopping.Dispose();
    }

    // The two loops have dedicated threads, so that a busy thread pool cannot delay them.
    private void Beat()
    {
        try
        {
            for (; ; Thread.Sleep(Interval))
                beats.WriteByte(1);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The work is done, or the supervisor has ended, which the other thread handles.
        }
    }

    // When the supervisor was killed, perhaps by an answer, this process ends abruptly too, so that the run still notes what was being graded.
    private void Listen()
    {
        using Stream input = Console.OpenStandardInput();
        if (input.ReadByte() < 0)
            Process.GetCurrentProcess().Kill();
        try
        {
            stopping.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The work is done.
        }
    }
}
