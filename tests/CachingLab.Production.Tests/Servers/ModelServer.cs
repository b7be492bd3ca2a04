using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CachingLab.Production.Tests.Servers;

/// <summary>
/// A server on 127.0.0.1 that speaks as much of OpenAI's protocol as a chat client needs.
/// Each request gets the next answer of a script, and the last one from then on.
/// </summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopped = new();
    private readonly List<ModelRequest> requests = [];
    private readonly ModelAnswer[] script;
    private readonly Task accepting;

    public ModelServer(params ModelAnswer[] script)
    {
        this.script = script;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>What <c>CACHINGLAB_ENDPOINT</c> is set to.</summary>
    public Uri Endpoint => new($"http://{listener.LocalEndpoint}/v1");

    /// <summary>How many connections were made, with or without a request.</summary>
    public int Connections { get; private set; }

    /// <summary>The requests so far.</summary>
    public IReadOnlyList<ModelRequest> Requests
    {
        get
        {
            lock (requests)
                return [.. requests];
        }
    }

    public async ValueTask DisposeAsync()
    {
        // In this order: a listener that has stopped accepts with another exception than a canceled one.
        await stopped.CancelAsync();
        await accepting;
        listener.Dispose();
        stopped.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> served = [];
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync(stopped.Token);
                Connections++;
                served.Add(ServeAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(served);
        }
    }

    // One request a connection.
    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient closed = client;
        try
        {
            NetworkStream stream = client.GetStream();
            if (await ReadAsync(stream) is not { } request)
                return;
            int number;
            lock (requests)
            {
                number = requests.Count;
                requests.Add(request);
            }

            await script[Math.Min(number, script.Length - 1)].WriteAsync(stream, request, stopped.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The caller has gone, or the test is over.
        }
    }

    private async Task<ModelRequest?> ReadAsync(NetworkStream stream)
    {
        List<string> lines = [];
        while (await LineAsync(stream) is { Length: > 0 } line)
            lines.Add(line);
        if (lines.Count == 0)
            return null;
        Dictionary<string, string> headers = lines.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        byte[] body = new byte[headers.TryGetValue("Content-Length", out string? length) ? int.Parse(length, System.Globalization.CultureInfo.InvariantCulture) : 0];
        await stream.ReadExactlyAsync(body, stopped.Token);
        return new(lines[0], headers, Encoding.UTF8.GetString(body));
    }

    private async Task<string?> LineAsync(NetworkStream stream)
    {
        List<byte> line = [];
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one, stopped.Token) == 1)
        {
            if (one[0] == '\n')
                return Encoding.ASCII.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        return null;
    }
}

/// <summary>A request as it came.</summary>
/// <param name="Line">The first line, as <c>POST /v1/chat/completions HTTP/1.1</c>.</param>
/// <param name="Headers">The headers, whatever their case.</param>
/// <param name="Body">The body.</param>
public sealed record ModelRequest(string Line, IReadOnlyDictionary<string, string> Headers, string Body);
