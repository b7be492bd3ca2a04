using System.Text;

namespace CachingLab.Execution;

/// <summary>Drains a process's console output: the beginning is kept, the rest counted.</summary>
/// <param name="limits">How much is kept, and how much may come.</param>
/// <param name="flooded">Called once when too much came.</param>
internal sealed class OutputTail(SandboxLimits limits, Action flooded)
{
    private readonly Lock gate = new();
    private readonly StringBuilder kept = new();
    private long bytes;
    private bool told;

    /// <summary>What came first, with a note where it was cut.</summary>
    public string Text
    {
        get
        {
            lock (gate)
                return bytes <= limits.KeptOutput ? kept.ToString() : $"{kept}\n[output cut here: {bytes:N0} bytes in all]\n";
        }
    }

    /// <summary>Reads to the end.</summary>
    public async Task DrainAsync(Stream stream)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            for (int count; (count = await stream.ReadAsync(buffer)) > 0;)
                Take(buffer.AsSpan(0, count));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The process is gone; what came before stays.
        }
    }

    private void Take(ReadOnlySpan<byte> part)
    {
        bool flood;
        lock (gate)
        {
            int room = (int)Math.Max(0, limits.KeptOutput - bytes);
            kept.Append(Encoding.UTF8.GetString(part[..Math.Min(room, part.Length)]));
            bytes += part.Length;
            flood = bytes > limits.PrintedBytes && !told;
            told |= flood;
        }

        if (flood)
            flooded();
    }
}
