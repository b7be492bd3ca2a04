using System.ComponentModel;
using System.Diagnostics;

namespace CachingLab.Cli.Computer;

/// <summary>The computer, for <c>lab doctor</c> and the kernel.</summary>
/// <param name="Home">The user's folder.</param>
/// <param name="SearchPath">The folders that commands are found in, as in <c>PATH</c>.</param>
internal sealed record Machine(string Home, string SearchPath)
{
    private static readonly string[] Extensions = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];

    /// <summary>This computer.</summary>
    public static Machine This { get; } =
        new(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <summary>The path of a command, or null when it is not found.</summary>
    public string? Find(string command) =>
        SearchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Extensions.Select(e => Path.Combine(folder, command + e)))
            .FirstOrDefault(File.Exists);

    /// <summary>Runs a command and returns its standard output; null when it is not found or fails.</summary>
    /// <param name="command">The command.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Where to run it.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <exception cref="OperationCanceledException">The call was cancelled, and the process was killed.</exception>
    public async Task<string?> AskAsync(string command, string[] arguments, string folder, CancellationToken cancellationToken) =>
        await RunAsync(command, arguments, folder, cancellationToken) is { Code: 0 } end ? end.Output : null;

    /// <summary>Runs a command to its end; null when it is not found or cannot be started.</summary>
    /// <param name="command">The command.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Where to run it.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <exception cref="OperationCanceledException">The call was cancelled, and the process was killed.</exception>
    public async Task<CommandEnd?> RunAsync(string command, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        if (Find(command) is not { } file)
            return null;
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            try
            {
                Task<string> printed = process.StandardOutput.ReadToEndAsync(cancellationToken);
                Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
                await Task.WhenAll(printed, errors, process.WaitForExitAsync(cancellationToken));
                return new CommandEnd(process.ExitCode, await printed, await errors);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>How a command ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it printed on stderr.</param>
internal sealed record CommandEnd(int Code, string Output, string Errors);
