using System.Net;
using System.Net.Sockets;
using System.Text;
using CachingLab.Cli.Computer;
using CachingLab.Grading.Isolation;

namespace CachingLab.Cli.Diagnostics;

/// <summary>Examines what the course can use but does not need.</summary>
internal static class OptionalTools
{
    /// <summary>The walls around answers that are graded.</summary>
    public static Task<IReadOnlyList<Finding>> WallsAsync()
    {
        const string Topic = "walls";
        return Task.FromResult<IReadOnlyList<Finding>>(
        [
            Walls.Here.Missing is { } missing
                ? new Finding(FindingState.Notice, Topic, $"answers of other people are graded with less around them: {missing}")
                : new Finding(FindingState.Good, Topic, "the kernel keeps answers that are graded from your files, the network and other processes"),
        ]);
    }

    /// <summary>A Redis-protocol server, for learners who try a shared cache.</summary>
    public static async Task<IReadOnlyList<Finding>> RedisAsync(Machine machine, CancellationToken cancellationToken)
    {
        const string Topic = "Redis server";
        if (await AnswersAsync(machine.RedisPort, cancellationToken))
            return [new(FindingState.Good, Topic, $"answers on 127.0.0.1:{machine.RedisPort}")];
        string? server = machine.Find("valkey-server") ?? machine.Find("redis-server");
        return server is not null
            ? [new(FindingState.Good, Topic, $"{server}, not running now")]
            : [new(FindingState.Missing, Topic, "not needed: a cache that several machines share; no notebook of the course uses one", Install)];
    }

    private static string? Install { get; } =
        OperatingSystem.IsLinux() ? "sudo apt-get install -y redis-server (Debian, Ubuntu)" : OperatingSystem.IsMacOS() ? "brew install redis" : null;

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            NetworkStream stream = client.GetStream();
            await stream.WriteAsync("PING\r\n"u8.ToArray(), cancellationToken);
            byte[] answer = new byte[64];
            int length = await stream.ReadAsync(answer, cancellationToken);
            string text = Encoding.ASCII.GetString(answer, 0, length);
            return text.StartsWith("+PONG", StringComparison.Ordinal) || text.StartsWith("-NOAUTH", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            // Another kind of server listens on the port and does not answer.
            return false;
        }
    }
}
