using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CachingLab.Cli.Kernels;

namespace CachingLab.Cli.Tests.Kernels;

/// <summary>A kernel that was started as its kernelspec says, and is asked as Jupyter's messaging protocol says.</summary>
internal sealed class StartedKernel : IDisposable
{
    private readonly string key = Guid.NewGuid().ToString();
    private readonly string session = Guid.NewGuid().ToString();
    private readonly string connection = Path.GetTempFileName();
    private readonly int port = FreePort();
    private readonly Process process;
    private KernelSocket? shell;

    /// <summary>Starts one in a folder.</summary>
    public StartedKernel(KernelSpec spec, string folder)
    {
        var terms = new JsonObject
        {
            ["transport"] = "tcp", ["ip"] = "127.0.0.1", ["signature_scheme"] = "hmac-sha256", ["key"] = key, ["shell_port"] = port,
            ["iopub_port"] = FreePort(), ["stdin_port"] = FreePort(), ["control_port"] = FreePort(), ["hb_port"] = FreePort(),
        };
        File.WriteAllText(connection, terms.ToJsonString());
        process = Process.Start(new ProcessStartInfo(spec.Arguments[0], spec.Arguments.Skip(1).Select(a => a.Replace("{connection_file}", connection, StringComparison.Ordinal)))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Asks, and takes the answer.</summary>
    /// <param name="request">The kind of message.</param>
    /// <param name="content">What it says.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<(string Kind, JsonElement Content)> AskAsync(string request, JsonObject content, CancellationToken cancellationToken)
    {
        var header = new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString(), ["session"] = session, ["username"] = "learner", ["date"] = "2026-11-28T12:00:00Z",
            ["msg_type"] = request, ["version"] = "5.3",
        };
        byte[][] parts = [Bytes(header), "{}"u8.ToArray(), "{}"u8.ToArray(), Bytes(content)];
        byte[] signature = HMACSHA256.HashData(Encoding.ASCII.GetBytes(key), parts.SelectMany(p => p).ToArray());
        await shell!.SendAsync([Encoding.ASCII.GetBytes("<IDS|MSG>"), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(signature)), .. parts], cancellationToken);
        byte[][] answer = [.. (await shell.ReceiveAsync(cancellationToken)).SkipWhile(p => !p.AsSpan().SequenceEqual("<IDS|MSG>"u8))];
        return (Json(answer[2]).GetProperty("msg_type").GetString()!, Json(answer[5]));

        static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());

        static JsonElement Json(byte[] text) => JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Connects, as soon as the kernel listens.</summary>
    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        while (!process.HasExited)
        {
            try
            {
                shell = await KernelSocket.ConnectAsync(port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Yield();
            }
        }

        Assert.Fail($"the kernel ended with exit code {process.ExitCode}");
    }

    public void Dispose()
    {
        shell?.Dispose();
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        File.Delete(connection);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
