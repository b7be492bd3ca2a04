using System.Net;
using System.Net.Sockets;
using System.Text;
using CachingLab.Execution;

namespace CachingLab.Cli.Doctoring;

/// <summary>What makes the course safer or wider, and is not needed.</summary>
internal static class Extras
{
    /// <summary>The walls around answers that are graded.</summary>
    public static Task<IReadOnlyList<Finding>> Walls()
    {
        string? problem = SandboxProcess.WallsProblem;
        return Task.FromResult<IReadOnlyList<Finding>>(
        [
            problem is null
                ? new Finding(FindingState.Good, "bubblewrap", "answers are graded without network and without your files within reach")
                : new Finding(
                    FindingState.Missing,
                    "bubblewrap",
                    $"keeps answers of other people away from your files and network ({problem.Split(';')[0]}); time and memory are bounded without it",
                    OperatingSystem.IsLinux() ? "sudo apt-get install -y bubblewrap" : null),
        ]);
    }

    /// <summary>A server that speaks the Redis protocol, for the notebook on shared caches.</summary>
    public static async Task<IReadOnlyList<Finding>> RedisAsync(Machine machine, CancellationToken cancellationToken)
    {
        const string Topic = "Redis server";
        if (await AnswersAsync(machine.RedisPort, cancellationToken))
            return [new(FindingState.Good, Topic, $"answers on 127.0.0.1:{machine.RedisPort}")];
        string? server = machine.Find("valkey-server") ?? machine.Find("redis-server");
        return server is not null
            ? [new(FindingState.Good, Topic, $"{server}, not running now")]
            : [new(FindingState.Missing, Topic, "a cache that several machines share; only extension notebooks use one", "sudo apt-get install -y redis-server")];
    }

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
            // Something else may listen there and wait: that is no Redis server.
            return false;
        }
    }
}
