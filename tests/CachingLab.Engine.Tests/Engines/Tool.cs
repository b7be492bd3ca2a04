using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using CachingLab.Engine.Tests.Course;
using CachingLab.Engine.Tests.Engines;

[assembly: AssemblyFixture(typeof(Tool))]

namespace CachingLab.Engine.Tests.Engines;

/// <summary>
/// The tool <c>dotnet-interactive</c> that .config/dotnet-tools.json pins, spoken to over its standard input and output as an editor does: a command or an
/// event a line. One process and one session for all tests.
/// </summary>
public sealed class Tool : IDisposable
{
    private const string Absent = "dotnet-interactive is not there: run 'dotnet tool restore' in the repository, which gets it from nuget.org";
    private static readonly string[] Command = ["tool", "run", "dotnet-interactive", "--"];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cachinglab-tool-");
    private readonly Lazy<Task<Process>> process;
    private int lastToken;

    public Tool() => process = new Lazy<Task<Process>>(StartAsync);

    /// <summary>Runs a cell after all that ran before it; skips the test where the tool is not there, but not in CI.</summary>
    internal async Task<CellOutcome> RunAsync(string id, string code)
    {
        Process tool = await process.Value;
        string token = $"cell-{++lastToken}";
        var command = new JsonObject
        {
            ["commandType"] = "SubmitCode",
            ["command"] = new JsonObject { ["code"] = code, ["targetKernelName"] = "csharp" },
            ["token"] = token,
        };
        await tool.StandardInput.WriteLineAsync(command.ToJsonString());
        await tool.StandardInput.FlushAsync();
        var outputs = new List<Output>();
        while (true)
        {
            JsonNode happened = await ReadAsync(tool);
            bool mine = (string?)happened["command"]?["token"] == token;
            switch ((string?)happened["eventType"])
            {
                case "CommandSucceeded" when mine:
                    return new CellOutcome(id, outputs, null);
                case "CommandFailed" when mine:
                    return new CellOutcome(id, outputs, (string?)happened["event"]!["message"]);
                case "StandardOutputValueProduced" or "StandardErrorValueProduced":
                    outputs.Add(Of(true, happened));
                    break;
                case "ReturnValueProduced" or "DisplayedValueProduced" or "DisplayedValueUpdated":
                    outputs.Add(Of(false, happened));
                    break;
            }
        }
    }

    public void Dispose()
    {
        if (process is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } started })
        {
            started.Result.Kill(entireProcessTree: true);
            started.Result.WaitForExit();
            started.Result.Dispose();
        }

        folder.Delete(recursive: true);
    }

    private async Task<Process> StartAsync()
    {
        bool there = await IsThereAsync();
        Assert.SkipUnless(there || Environment.GetEnvironmentVariable("CI") == "true", Absent);
        Assert.True(there, Absent);
        Process tool = Launch("stdio", "--working-dir", Repository.MakeNotebooksFolder(folder.FullName));
        _ = tool.StandardError.ReadToEndAsync();
        while ((string?)(await ReadAsync(tool))["eventType"] != "KernelReady")
        {
            // It says which kernels it has.
        }

        return tool;
    }

    private static async Task<bool> IsThereAsync()
    {
        using Process asked = Launch("--version");
        Task<string> errors = asked.StandardError.ReadToEndAsync();
        await asked.StandardOutput.ReadToEndAsync();
        await errors;
        await asked.WaitForExitAsync();
        return asked.ExitCode == 0;
    }

    private static Process Launch(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [.. Command, .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_TRY_CLI_TELEMETRY_OPTOUT"] = "1";
        return Process.Start(start)!;
    }

    private static async Task<JsonNode> ReadAsync(Process tool) =>
        JsonNode.Parse(await tool.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new EndOfStreamException("dotnet-interactive ended"))!;

    private static Output Of(bool isPrinted, JsonNode happened) => Output.Of(
        isPrinted,
        happened["event"]!["formattedValues"]!.AsArray().DistinctBy(v => (string?)v!["mimeType"]).ToDictionary(v => (string)v!["mimeType"]!, v => (string?)v!["value"] ?? ""));
}
