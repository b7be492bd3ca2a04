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
            Look("build", _ => Setup.Build(root)),
            Look("compiler", _ => Setup.Compiler(AppContext.BaseDirectory)),
            Look("languages", _ => Setup.Languages()),
            Look("notebooks", _ => NotebookLook.Files(session)),
            Look("VS Code", token => Engines.VsCodeAsync(machine, root, token)),
            Look("notebook kernel", _ => KernelLook.At(machine, KernelFolders.Here(machine.Home))),
            Look("engines", token => Engines.ToolsAsync(machine, root, token)),
            Look("Jupyter", token => Engines.JupyterAsync(machine, root, token)),
            Look("walls", _ => OptionalTools.WallsAsync()),
        ];
        return [.. (await Task.WhenAll(looks)).SelectMany(f => f)];

        Task<IReadOnlyList<Finding>> Look(string topic, Func<CancellationToken, Task<IReadOnlyList<Finding>>> look) =>
            Task.Run(() => LookAsync(topic, look, cancellationToken), cancellationToken);
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
