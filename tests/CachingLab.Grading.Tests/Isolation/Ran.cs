using CachingLab.Grading.Isolation;
using CachingLab.Worker.Calls;
using CachingLab.Worker.Compilation;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Tests.Isolation;

/// <summary>What came of some code in a sandbox.</summary>
/// <param name="Printed">What it printed.</param>
/// <param name="Error">What it threw, or null.</param>
/// <param name="End">How its process ended; null when it was still well.</param>
/// <param name="Folder">The sandbox's folder, which is gone.</param>
internal sealed record Ran(string Printed, WireError? Error, SandboxEnd? End, string Folder)
{
    private static readonly CellCompiler Compiler = new(CellDialect.Lenient);

    /// <summary>Why a test that needs walls is skipped, or null.</summary>
    public static string? NoWalls => Walls.Here.Missing is { } problem ? $"no walls here: {problem}" : null;

    /// <summary>Runs one cell in a process of its own, with time to spare: a busy machine must not be what stops it.</summary>
    public static async Task<Ran> CodeAsync(string code, bool walls, SandboxLimits? limits = null)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        CompiledCell cell = Compiler.Compile(new SourceCell("cell", code), null).Result;
        Assert.Empty(cell.Problems);
        var seen = new Seen();
        SandboxEnd? end = null;
        await using var sandbox = new SandboxProcess(
            SandboxProgram.Cells, (limits ?? new SandboxLimits()) with { WallTime = TimeSpan.FromMinutes(5) }, walls ? Walls.Here : Walls.None);
        sandbox.Arm();
        try
        {
            await sandbox.Connection.Remote<IWorker>().RunAsync(new CellProgram([cell], 1, []), seen).WaitAsync(token);
        }
        catch (PeerClosedException)
        {
            end = await sandbox.Ended.WaitAsync(token);
        }

        return new Ran(seen.Printed, seen.Error, end, sandbox.Folder);
    }

    /// <summary>What was told of the one cell.</summary>
    private sealed class Seen : ICellObserver
    {
        public string Printed { get; private set; } = "";

        public WireError? Error { get; private set; }

        public void Started(string cell)
        {
            // There is but one.
        }

        public void Shown(string cell, CellOutput output) => Printed += output.Text;

        public void Ended(string cell, WireError? error) => Error = error;
    }
}
