using System.Diagnostics;
using System.IO.Pipes;

namespace CachingLab.Cli.Grades;

/// <summary>The other end of a <see cref="GradeSupervisor"/>: beats every second, and hears when it is to stop or its supervisor is gone.</summary>
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

    /// <summary>Whether an earlier process of the same call came to a sudden end.</summary>
    public bool IsAgain { get; }

    /// <summary>Ends the work when the caller or the supervisor says so.</summary>
    public CancellationToken Token => stopping.Token;

    /// <summary>Begins to beat; null when this process has no supervisor.</summary>
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

    // These are threads of their own: a busy pool must not make them late.
    private void Beat()
    {
        try
        {
            for (; ; Thread.Sleep(Interval))
                beats.WriteByte(1);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The work is done, or the supervisor is gone, which the other thread sees too.
        }
    }

    // A supervisor that is gone was killed, perhaps by an answer: this process ends as suddenly, and what is under way stays noted as that.
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
