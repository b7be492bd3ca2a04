using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CachingLab.Cli.Tests.Kernels;

/// <summary>A dealer's socket to a kernel: ZMTP 3.0 with the mechanism NULL, which is all that Jupyter needs. See rfc.zeromq.org/spec/23.</summary>
internal sealed class KernelSocket : IDisposable
{
    private const byte More = 1, Long = 2, Command = 4;
    private readonly NetworkStream stream;

    private KernelSocket(Socket connected) => stream = new NetworkStream(connected, ownsSocket: true);

    /// <summary>Connects, and shakes hands.</summary>
    /// <exception cref="SocketException">Nobody listens there yet.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The stream owns the socket, and its caller the stream.")]
    public static async Task<KernelSocket> ConnectAsync(int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var connected = new KernelSocket(socket);
        await connected.ShakeHandsAsync(cancellationToken);
        return connected;
    }

    public async Task SendAsync(IReadOnlyList<byte[]> parts, CancellationToken cancellationToken)
    {
        for (int i = 0; i < parts.Count; i++)
        {
            byte[] head = new byte[9];
            head[0] = (byte)(Long | (i + 1 < parts.Count ? More : 0));
            BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(1), parts[i].Length);
            await stream.WriteAsync(head, cancellationToken);
            await stream.WriteAsync(parts[i], cancellationToken);
        }
    }

    public async Task<IReadOnlyList<byte[]>> ReceiveAsync(CancellationToken cancellationToken)
    {
        var parts = new List<byte[]>();
        while (true)
        {
            (byte flags, byte[] body) = await ReadFrameAsync(cancellationToken);
            if ((flags & Command) != 0)
                continue;
            parts.Add(body);
            if ((flags & More) == 0)
                return parts;
        }
    }

    public void Dispose() => stream.Dispose();

    private async Task ShakeHandsAsync(CancellationToken cancellationToken)
    {
        byte[] greeting = new byte[64];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        Encoding.ASCII.GetBytes("NULL").CopyTo(greeting, 12);
        await stream.WriteAsync(greeting, cancellationToken);
        await stream.ReadExactlyAsync(new byte[64], cancellationToken);
        byte[] ready = [.. "\u0005READY"u8, .. "\u000bSocket-Type"u8, 0, 0, 0, 6, .. "DEALER"u8, .. "\u0008Identity"u8, 0, 0, 0, 3, .. "lab"u8];
        await stream.WriteAsync(new byte[] { Command, (byte)ready.Length }, cancellationToken);
        await stream.WriteAsync(ready, cancellationToken);
        await ReadFrameAsync(cancellationToken);
    }

    private async Task<(byte Flags, byte[] Body)> ReadFrameAsync(CancellationToken cancellationToken)
    {
        byte[] flags = await ReadAsync(1);
        byte[] length = await ReadAsync((flags[0] & Long) != 0 ? 8 : 1);
        return (flags[0], await ReadAsync(length.Length == 1 ? length[0] : checked((int)BinaryPrimitives.ReadInt64BigEndian(length))));

        async Task<byte[]> ReadAsync(int count)
        {
            byte[] bytes = new byte[count];
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            return bytes;
        }
    }
}
