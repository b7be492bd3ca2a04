using CachingLab.Sandbox.Protocol;

namespace CachingLab.Execution;

/// <summary>What the child told of its cells so far.</summary>
/// <param name="limits">How much it may tell.</param>
/// <param name="progress">Is told too, or null.</param>
internal sealed class RunLog(SandboxLimits limits, IRunProgress? progress)
{
    private readonly Dictionary<string, List<WireOutput>> outputs = [];
    private readonly Dictionary<string, WireError?> ended = [];
    private readonly Lock gate = new();
    private long bytes;

    /// <summary>The cell that runs, or ran last; null before the first.</summary>
    public string? Running { get; private set; }

    /// <summary>Takes note of a message.</summary>
    /// <returns>False when it is too much.</returns>
    public bool Add(Message message)
    {
        lock (gate)
        {
            switch (message)
            {
                case CellStarted started:
                    Running = started.Cell;
                    progress?.Started(started.Cell);
                    break;
                case CellOutput shown:
                    bytes += sizeof(char) * (long)(shown.Output.Text.Length + (shown.Output.Html?.Length ?? 0));
                    if (bytes > limits.PrintedBytes)
                        return false;
                    Add(shown.Cell, shown.Output);
                    progress?.Shown(shown.Cell, shown.Output);
                    break;
                case CellEnded cell:
                    ended[cell.Cell] = cell.Error;
                    break;
            }

            return true;
        }
    }

    /// <summary>What a cell printed, showed and returned, in order; what was printed in several pieces is one output.</summary>
    public IReadOnlyList<WireOutput> OutputsOf(string cell)
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

    private void Add(string cell, WireOutput output)
    {
        if (!outputs.TryGetValue(cell, out List<WireOutput>? known))
            outputs[cell] = known = [];
        if (output.Kind is OutputKind.Printed && known is [.., { Kind: OutputKind.Printed } last])
            known[^1] = last with { Text = last.Text + output.Text };
        else
            known.Add(output);
    }
}
