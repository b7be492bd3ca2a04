using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using CachingLab.Cli.Computer;

namespace CachingLab.Cli.Kernels;

/// <summary>The notebook engine's tool as pinned by the repository's tool manifest.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Package">The tool's package.</param>
/// <param name="Version">Its version.</param>
internal sealed record EngineTool(string Manifest, string Package, string Version)
{
    private const string Command = "dotnet-interactive";

    /// <summary>What to do where it is not restored.</summary>
    public static string Absent { get; } =
        $"the tool {Command} is not restored: run '{LabCall.Name} kernel', or 'dotnet tool restore' in the repository, which get it from nuget.org";

    /// <summary>The tool that a manifest pins.</summary>
    /// <param name="root">The repository's root.</param>
    /// <exception cref="IOException">The manifest is missing, or does not name the tool.</exception>
    public static EngineTool Pinned(string root)
    {
        string manifest = Path.Combine(root, ".config", "dotnet-tools.json");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
            JsonProperty tool = json.RootElement.GetProperty("tools").EnumerateObject()
                .Single(t => t.Value.GetProperty("commands").EnumerateArray().Any(c => c.GetString() == Command));
            return new EngineTool(manifest, tool.Name, tool.Value.GetProperty("version").GetString()!);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new IOException($"{manifest} pins no tool with the command {Command}: bring it back with 'git checkout -- .config'", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException($"{manifest} is missing: bring it back with 'git checkout -- .config'", e);
        }
    }

    /// <summary>Restores the tool.</summary>
    /// <param name="machine">The computer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The command that starts it from any folder.</returns>
    /// <exception cref="IOException">The tool cannot be restored.</exception>
    public async Task<IReadOnlyList<string>> RestoreAsync(Machine machine, CancellationToken cancellationToken)
    {
        await AskAsync(machine, ["tool", "restore", "--tool-manifest", Manifest], ", and nothing was registered", cancellationToken);
        string folder = await FolderAsync(machine, cancellationToken);
        return Start(machine, folder) ?? throw new IOException($"{Package} {Version} was restored, but its program is not in {folder}");
    }

    /// <summary>Finds the restored tool.</summary>
    /// <param name="machine">The computer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The command that starts it from any folder; null when it is not restored.</returns>
    /// <exception cref="IOException">The folder of packages cannot be determined.</exception>
    public async Task<IReadOnlyList<string>?> FindAsync(Machine machine, CancellationToken cancellationToken) =>
        Start(machine, await FolderAsync(machine, cancellationToken));

    private async Task<string> FolderAsync(Machine machine, CancellationToken cancellationToken)
    {
        string locals = await AskAsync(machine, ["nuget", "locals", "global-packages", "--list", "--force-english-output"], "", cancellationToken);
        return Path.Combine(locals[(locals.IndexOf(": ", StringComparison.Ordinal) + 2)..].Trim(), Package, Version, "tools");
    }

    // The tool is built for .NET 10. Without .NET 10, a later runtime runs it.
    private IReadOnlyList<string>? Start(Machine machine, string folder) =>
        Program(folder) is { } program ? [Path.GetFullPath(machine.Find("dotnet")!), "--roll-forward", "Major", program] : null;

    private string? Program(string folder)
    {
        if (!Directory.Exists(folder))
            return null;
        try
        {
            foreach (string settings in Directory.EnumerateFiles(folder, "DotnetToolSettings.xml", SearchOption.AllDirectories))
            {
                string? entry = XDocument.Load(settings).Descendants("Command").Select(c => (string?)c.Attribute("EntryPoint")).FirstOrDefault();
                if (entry is not null && Path.Combine(Path.GetDirectoryName(settings)!, entry) is var program && File.Exists(program))
                    return program;
            }
        }
        catch (XmlException e)
        {
            throw new IOException($"{Package} {Version} was restored, but {folder} cannot be read: {e.Message}", e);
        }

        return null;
    }

    private async Task<string> AskAsync(Machine machine, string[] arguments, string consequence, CancellationToken cancellationToken)
    {
        if (machine.Find("dotnet") is null)
            throw new IOException("dotnet is not on the path; get it from https://dotnet.microsoft.com/download");
        CommandEnd? end = await machine.RunAsync("dotnet", arguments, Path.GetDirectoryName(Manifest)!, cancellationToken);
        if (end is { Code: 0 })
            return end.Output;
        string[] said = [.. $"{end?.Errors}\n{end?.Output}".Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];
        string reason = said.FirstOrDefault(l => l.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? said.FirstOrDefault() ?? "it could not be started";
        throw new IOException($"'dotnet {string.Join(' ', arguments[..2])}' failed{consequence}: {reason}");
    }
}
