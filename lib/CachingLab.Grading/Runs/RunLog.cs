using CachingLab.Grading.Isolation;
using CachingLab.Worker.Calls;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Runs;

/// <summary>What the child has reported about its cells. Calls <paramref name="tooMuch"/> when that is more than it may.</summary>
internal sealed class RunLog(SandboxLimits limits, IRunProgress? progress, Action tooMuch) : ICellObserver
{
    private readonly Dictionary<string, List<CellOutput>> outputs = [];
    private readonly Dictionary<string, WireError?> ended = [];
    private readonly Lock gate = new();
    private long bytes;

    /// <summary>The cell that is running or ran last; null before the first.</summary>
    public string? Running { get; private set; }

    public void Started(string cell)
    {
        lock (gate)
            Running = cell;
        progress?.Started(cell);
    }

    public void Shown(string cell, CellOutput output)
    {
        lock (gate)
        {
            bytes += sizeof(char) * (long)(output.Text.Length + (output.Html?.Length ?? 0));
            if (bytes > limits.PrintedBytes)
            {
                tooMuch();
                return;
            }

            Add(cell, output);
        }

        progress?.Shown(cell, output);
    }

    public void Ended(string cell, WireError? error)
    {
        lock (gate)
            ended[cell] = error;
    }

    /// <summary>What a cell printed, showed and returned, in order; consecutive printed pieces are one output.</summary>
    public IReadOnlyList<CellOutput> OutputsOf(string cell)
    {
        lock (gate)
            return [.. outputs.GetValueOrDefault(cell) ?? []];
    }

    /// <summary>What a cell threw, or null.</summary>
    public WireError? ErrorOf(string cell)
    {
        lock (gate)
            return ended.GetValueOrDefault(cell);
    }

    private void Add(string cell, CellOutput output)
    {
        if (!outputs.TryGetValue(cell, out List<CellOutput>? known))
            outputs[cell] = known = [];
        if (output.Kind is OutputKind.Printed && known is [.., { Kind: OutputKind.Printed } last])
            known[^1] = last with { Text = last.Text + output.Text };
        else
            known.Add(output);
    }
}
