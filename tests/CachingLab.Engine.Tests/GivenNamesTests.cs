using System.Reflection;
using System.Text.Json.Nodes;
using CachingLab.Engine.Tests.Course;
using CachingLab.Engine.Tests.Engines;
using CachingLab.Notebooks;
using Microsoft.DotNet.Interactive;

namespace CachingLab.Engine.Tests;

/// <summary>What the engine gives to a cell by itself: an answer that uses it is right in the notebook, and so it is for the grader.</summary>
public sealed class GivenNamesTests(Tool tool)
{
    private const string Answer = "bool ShouldCache(LlmRequest request) => request.Temperature == 0.0 && request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;";
    private const string Sample = "new LlmRequest(\"m\", \"s\", \"u\")";

    /// <summary>What runs on the engine, each below an answer.</summary>
    private static readonly string[] Running =
    [
        $"display(ShouldCache({Sample}));",
        $"display(ShouldCache({Sample}))",
        $"display({Sample}, \"text/plain\");",
        $"ShouldCache({Sample}).Display();",
        $"var shown = display(1);\nshown.Update(2);",
        "HTML(\"<b>done</b>\")",
        "HTML(\"<b>done</b>\").Display();",
        "display(HTML(\"<b>done</b>\"));",
        "\"<b>done</b>\".DisplayAs(\"text/html\");",
        "new[] { 1, 2 }.DisplayTable();",
        "CSS(\"b { color: green }\");",
        "Javascript(\"console.log('done')\");",
        "var list = new ArrayList();\nvar text = new StringBuilder();\nvar numbers = new List<int>().Select(n => n);\nawait Task.CompletedTask;",
        "string HTML(string text) => text;\nstring display(object value) => HTML(\"mine\");\nstring mine = display(1);",
    ];

    /// <summary>Lines for the engine, each above or below an answer.</summary>
    private static readonly string[] Magics =
    [
        $"#!time\n{Answer}", $"#!csharp\n{Answer}", $"#!c#\n{Answer}", $"{Answer}\n#!who", $"{Answer}\n#!whos", $"{Answer}\n#!lsmagic", $"{Answer}\n#!about",
        $"#!html\n<b>Mine</b>\n#!csharp\n{Answer}",
    ];

    [Fact]
    public async Task What_runs_on_the_engine_below_a_right_answer_is_graded_as_right()
    {
        using var engine = new InProcess(Repository.Root);
        Assert.Null((await engine.RunAsync("setup", "#!import lib/setup.csx")).Error);
        Assert.Null((await engine.RunAsync("usings", "using CachingLab;")).Error);
        foreach (string code in Running)
            Assert.Null((await engine.RunAsync("ex-should-cache", $"{Answer}\n{code}")).Error);
        await RightAsync(Running.Select(code => $"{Answer}\n{code}"));
    }

    [Fact]
    public async Task Lines_for_the_engine_do_not_spoil_an_answer()
    {
        Assert.Null((await tool.RunAsync("setup", "#!import ../lib/setup.csx")).Error);
        Assert.Null((await tool.RunAsync("usings", "using CachingLab;")).Error);
        foreach (string code in Magics)
            Assert.Null((await tool.RunAsync("ex-should-cache", code)).Error);
        await RightAsync(Magics);
    }

    [Fact]
    public void The_engine_gives_no_other_functions()
    {
        string[] given = ["display", "HTML", "CSS", "Javascript"];

        // They ask somebody at an editor, and fail on the engine without one.
        string[] asking = ["GetInputAsync", "GetInputsAsync", "GetPasswordAsync"];

        // The engine's own objects.
        string[] engines = ["get_Current", "get_Root"];
        Assert.Equal(
            given.Concat(asking).Concat(engines).Order(StringComparer.Ordinal),
            typeof(Kernel).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(m => m.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Display", "DisplayAs", "DisplayTable"],
            typeof(DisplayExtensions).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(m => m.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("await GetInputAsync(\"Who?\")", "No handler registered")]
    [InlineData("Console.WriteLine(nothing);", "CS0103")]
    [InlineData("#!nonsense", "Unknown magic command")]
    public async Task What_fails_on_the_engine_has_no_stand_in(string code, string error)
    {
        using var engine = new InProcess(Repository.Root);
        Assert.Contains(error, (await engine.RunAsync("cell", code)).Error, StringComparison.Ordinal);
    }

    private static async Task RightAsync(IEnumerable<string> answers)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cachinglab-given-");
        try
        {
            Notebook pristine = Repository.Pristine.Single(n => n.Name == "06-cache-policy");
            foreach ((int number, string answer) in answers.Index())
            {
                string of = folder.CreateSubdirectory($"{number:00}").FullName;
                Notebook answered = pristine.WithCells(pristine.Cells.Select(c => c.Id == "ex-should-cache" ? c.WithSource(answer) : c));
                NotebookWriter.Write(answered, Path.Combine(of, "06-cache-policy.ipynb"));
            }

            JsonNode record = JsonNode.Parse(await LabProcess.RunAsync("grade", folder.FullName, "--quiet", "--json", "-"))!;
            Assert.Equal(
                answers.Select(a => $"{a}: passed"),
                record["submissions"]!.AsArray().Zip(answers, (s, a) => $"{a}: {s!["exercises"]!.AsArray().Single(e => (string)e!["id"]! == "should-cache")!["status"]}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
