using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CachingLab.Worker.Protocol;

namespace CachingLab.Cli.Kernels;

/// <summary>A session of the notebook engine's tool. As with an editor, its standard input takes a command per line and its output has an event per line.</summary>
internal sealed class EngineSession : IDisposable
{
    private const string Name = "dotnet-interactive";
    private const int MaxShown = 100;
    private readonly Process process;
    private readonly Task<string?> error;
    private int lastToken;

    private EngineSession(Process process)
    {
        this.process = process;
        error = FirstErrorAsync(process.StandardError);
    }

    /// <summary>Starts the tool in a folder, and waits until it is ready.</summary>
    /// <param name="command">The command that starts the tool.</param>
    /// <param name="folder">The current folder of the cells.</param>
    /// <param name="cancellationToken">Ends the tool.</param>
    /// <exception cref="IOException">The tool ended, or printed something other than events.</exception>
    public static async Task<EngineSession> StartAsync(IReadOnlyList<string> command, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), "stdio", "--working-dir", folder])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_TRY_CLI_TELEMETRY_OPTOUT"] = "1";
        var session = new EngineSession(Process.Start(start)!);
        try
        {
            // Earlier events list the kernels.
            while ((await session.ReadAsync(cancellationToken)).EventType != "KernelReady")
                cancellationToken.ThrowIfCancellationRequested();
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs a cell after all that ran before it.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="shown">Called with each output.</param>
    /// <param name="cancellationToken">Ends the wait; the cell itself runs until the session is disposed of.</param>
    /// <returns>Why it failed, or null.</returns>
    /// <exception cref="IOException">The tool ended, or printed something other than events.</exception>
    public async Task<string?> RunAsync(string code, Action<CellOutput> shown, CancellationToken cancellationToken)
    {
        string token = $"cell-{++lastToken}";
        await SendAsync(new JsonObject
        {
            ["commandType"] = "SubmitCode",
            ["command"] = new JsonObject { ["code"] = code, ["targetKernelName"] = "csharp" },
            ["token"] = token,
        });
        while (true)
        {
            EngineEvent happened = await ReadAsync(cancellationToken);
            bool mine = happened.Command?.Token == token;
            switch (happened.EventType)
            {
                case "CommandSucceeded" when mine:
                    return null;
                case "CommandFailed" when mine:
                    return happened.Event?.Message ?? "it failed";
                case "StandardOutputValueProduced" or "StandardErrorValueProduced":
                    shown(Output(OutputKind.Printed, happened));
                    break;
                case "DisplayedValueProduced" or "DisplayedValueUpdated":
                    shown(Output(OutputKind.Shown, happened));
                    break;
                case "ReturnValueProduced":
                    shown(Output(OutputKind.Value, happened));
                    break;
            }
        }
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private async Task SendAsync(JsonObject command)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(command.ToJsonString());
            await process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // The tool has ended. The next read reports it.
        }
    }

    private async Task<EngineEvent> ReadAsync(CancellationToken cancellationToken)
    {
        if (await process.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(cancellationToken) is not { } line)
        {
            await process.WaitForExitAsync(cancellationToken);
            string said = await error.WaitAsync(cancellationToken) is { } first ? $": {first}" : "";
            throw new IOException($"{Name} ended (exit code {process.ExitCode}){said}");
        }

        try
        {
            if (JsonSerializer.Deserialize<EngineEvent>(line, JsonSerializerOptions.Web) is { } happened)
                return happened;
        }
        catch (JsonException)
        {
            // The exception below shows the line.
        }

        throw new IOException($"{Name} printed a line that is no message: {(line.Length > MaxShown ? line[..MaxShown] + "..." : line)}");
    }

    private static async Task<string?> FirstErrorAsync(StreamReader errors)
    {
        string? first = null;
        while (await errors.ReadLineAsync() is { } line)
            first ??= string.IsNullOrWhiteSpace(line) ? null : line.Trim();
        return first;
    }

    private static CellOutput Output(OutputKind kind, EngineEvent happened) =>
        EngineForms.Output(kind, (happened.Event?.FormattedValues ?? []).Select(v => KeyValuePair.Create(v.MimeType ?? "", v.Value ?? "")));
}
