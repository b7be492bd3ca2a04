using CachingLab.Cli.Computer;
using CachingLab.Cli.Kernels;
using CachingLab.Engine.Tests.Course;
using CachingLab.Engine.Tests.Engines;
using CachingLab.Worker.Protocol;

[assembly: AssemblyFixture(typeof(Tool))]

namespace CachingLab.Engine.Tests.Engines;

/// <summary>The tool <c>dotnet-interactive</c> that .config/dotnet-tools.json pins, as <c>lab run --engine interactive</c> drives it. One session for all tests.</summary>
public sealed class Tool : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cachinglab-tool-");
    private readonly Lazy<Task<EngineSession>> session;

    public Tool() => session = new Lazy<Task<EngineSession>>(StartAsync);

    /// <summary>The command that starts it; skips the test where the tool is not there, but not in CI.</summary>
    internal static async Task<IReadOnlyList<string>> CommandAsync()
    {
        IReadOnlyList<string>? command = await EngineTool.Pinned(Repository.Root).FindAsync(Machine.This, TestContext.Current.CancellationToken);
        Assert.SkipUnless(command is not null || Environment.GetEnvironmentVariable("CI") == "true", EngineTool.Absent);
        Assert.True(command is not null, EngineTool.Absent);
        return command;
    }

    /// <summary>Runs a cell after all that ran before it; skips the test where the tool is not there, but not in CI.</summary>
    internal async Task<CellOutcome> RunAsync(string id, string code)
    {
        var outputs = new List<CellOutput>();
        string? error = await (await session.Value).RunAsync(code, outputs.Add, TestContext.Current.CancellationToken);
        return new CellOutcome(id, outputs, error);
    }

    public void Dispose()
    {
        if (session is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } started })
            started.Result.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task<EngineSession> StartAsync() =>
        await EngineSession.StartAsync(await CommandAsync(), Repository.MakeNotebooksFolder(folder.FullName), TestContext.Current.CancellationToken);
}
