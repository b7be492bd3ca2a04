using System.Text;
using CachingLab.Reports;

namespace CachingLab.Grading.Isolation;

/// <summary>Drains a process's console output. Keeps the beginning and counts the rest.</summary>
/// <param name="limits">How much is kept, and how much may be printed.</param>
/// <param name="flooded">Called once when too much was printed.</param>
internal sealed class OutputHead(SandboxLimits limits, Action flooded)
{
    private const int BufferBytes = 16 * 1024;
    private readonly Lock gate = new();
    private readonly StringBuilder kept = new();
    private readonly PrintCollector printed = new();
    private long bytes;
    private bool told;

    /// <summary>The beginning of the output.</summary>
    public string Text
    {
        get
        {
            lock (gate)
                return kept.ToString();
        }
    }

    /// <summary>What was printed to the standard output so far, or null when nothing was.</summary>
    public PrintedLines? Printed => printed.Lines;

    /// <summary>Reads the standard output to its end.</summary>
    public Task DrainOutputAsync(Stream stream) => DrainAsync(stream, isOutput: true);

    /// <summary>Reads the standard error to its end.</summary>
    public Task DrainErrorAsync(Stream stream) => DrainAsync(stream, isOutput: false);

    private async Task DrainAsync(Stream stream, bool isOutput)
    {
        Decoder decoder = Encoding.UTF8.GetDecoder();
        char[] text = isOutput ? new char[BufferBytes + 1] : [];
        var buffer = new byte[BufferBytes];
        try
        {
            for (int count; (count = await stream.ReadAsync(buffer)) > 0;)
            {
                Take(buffer.AsSpan(0, count));
                if (isOutput)
                    printed.Add(text.AsSpan(0, decoder.GetChars(buffer.AsSpan(0, count), text, flush: false)));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The process has ended. Its output so far is kept.
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
