using CachingLab.Cli.Computer;
using CachingLab.Cli.Kernels;
using CachingLab.Cli.State;

namespace CachingLab.Cli.Diagnostics;

/// <summary>Examines everything that the course needs or can use, in parallel and each within a short time.</summary>
/// <param name="session">The learner's session.</param>
/// <param name="machine">The computer.</param>
/// <param name="patience">How long one check may take.</param>
internal sealed class Doctor(LabSession session, Machine machine, TimeSpan patience)
{
    /// <summary>The findings, in a fixed order.</summary>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        string root = session.Course.Root;
        Task<IReadOnlyList<Finding>>[] looks =
        [
            Look(".NET SDK", token => Setup.SdkAsync(machine, root, token)),
            LookNow("build", () => Setup.Build(root)),
            LookNow("compiler", () => [Setup.Compiler(AppContext.BaseDirectory)]),
            LookNow("languages", () => [Setup.Languages()]),
            LookNow("notebooks", () => NotebookLook.Files(session)),
            Look("VS Code", token => Engines.VsCodeAsync(machine, root, token)),
            LookNow("notebook kernel", () => Engines.Kernels(machine, KernelFolders.Here(machine.Home))),
            Look("engines", token => Engines.ToolsAsync(machine, root, token)),
            Look("Jupyter", token => Engines.JupyterAsync(machine, root, token)),
            LookNow("walls", () => [Setup.WallsHere()]),
        ];
        return [.. (await Task.WhenAll(looks)).SelectMany(f => f)];

        Task<IReadOnlyList<Finding>> Look(string topic, Func<CancellationToken, Task<IReadOnlyList<Finding>>> look) =>
            LookAsync(topic, look, cancellationToken);

        Task<IReadOnlyList<Finding>> LookNow(string topic, Func<IReadOnlyList<Finding>> look) => Look(topic, _ => Task.FromResult(look()));
    }

    private async Task<IReadOnlyList<Finding>> LookAsync(
        string topic, Func<CancellationToken, Task<IReadOnlyList<Finding>>> look, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(patience);
        try
        {
            // WaitAsync abandons a check that ignores the token.
            return await Task.Run(() => look(limited.Token), limited.Token).WaitAsync(limited.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [new Finding(FindingState.Notice, topic, $"not known: no answer within {patience.TotalSeconds:0.#} s")];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [new Finding(FindingState.Notice, topic, $"not known: {e.Message.ReplaceLineEndings(" ")}")];
        }
    }
}

/// <summary>One finding of <c>lab doctor</c>.</summary>
/// <param name="State">The state of the thing examined.</param>
/// <param name="Topic">The thing examined, in a word or two.</param>
/// <param name="Says">What was found; for a missing thing, what it is for.</param>
/// <param name="Cure">The command that repairs it, or null.</param>
internal sealed record Finding(FindingState State, string Topic, string Says, string? Cure = null);

/// <summary>The state of a thing that <c>lab doctor</c> examined.</summary>
internal enum FindingState
{
    Good,

    /// <summary>Not there, and not needed.</summary>
    Missing,

    /// <summary>It works, and the learner should know something about it.</summary>
    Notice,

    /// <summary>Needed, and not as it should be.</summary>
    Broken,
}
