using System.Text.Json;
using System.Text.Json.Nodes;
using CachingLab.Cli.Computer;
using CachingLab.Cli.Kernels;
using CachingLab.Grading;
using CachingLab.Notebooks;

namespace CachingLab.Cli.Tests.Kernels;

/// <summary>The real tool, restored and started: neither Python nor Jupyter takes part.</summary>
public sealed class StartedKernelTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lab kernels é ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_registered_kernel_answers_an_editor_and_runs_a_solved_notebook()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        CourseFolder course = CourseFolder.Find(AppContext.BaseDirectory);
        await new KernelInstaller(course.Root, Machine.This, [folder]).InstallAsync(force: false, token);
        using var kernel = new StartedKernel(KernelSpec.Read(folder)!, course.SolutionsFolder);
        await kernel.ConnectAsync(token);
        (string kind, JsonElement info) = await kernel.AskAsync("kernel_info_request", [], token);
        Assert.Equal(("kernel_info_reply", "C#"), (kind, info.GetProperty("language_info").GetProperty("name").GetString()));

        Notebook notebook = NotebookReader.Read(course.SolutionFiles().Single(f => f.Contains("01-", StringComparison.Ordinal)));
        foreach (Cell cell in notebook.Cells.Where(c => c.IsCode))
            Assert.Equal((cell.Id, "ok"), (cell.Id, await RunAsync(cell.Source)));
        Assert.Equal("error", await RunAsync("no C#"));

        async Task<string> RunAsync(string code)
        {
            var request = new JsonObject { ["code"] = code, ["silent"] = false, ["store_history"] = true, ["allow_stdin"] = false, ["stop_on_error"] = true };
            return (await kernel.AskAsync("execute_request", request, token)).Content.GetProperty("status").GetString()!;
        }
    }
}
