using CachingLab.Checks;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.Extensions.Time.Testing;

namespace CachingLab.Tests.Checks;

/// <summary>A check says when it judged an earlier answer than the one on the screen. The cells run as every notebook engine runs them.</summary>
public sealed class FormerAnswerTests : IDisposable
{
    private const string Key = "string MakeCacheKey(LlmRequest request) => \"{0}\";";
    private const string CheckKey = "Check.CacheKey(MakeCacheKey);";
    private const string Same = "The same ";
    private const string Former = "An earlier ";

    private readonly ConsoleText console = new();
    private readonly ICheckHost before = Check.Host;
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 25, 14, 2, 30, TimeSpan.Zero));
    private ScriptState<object>? state;
    private int shown;

    public FormerAnswerTests() => Check.Host = new NotebookHost(TimeSpan.FromMinutes(1), time);

    public void Dispose()
    {
        Check.Host = before;
        console.Dispose();
    }

    [Fact]
    public async Task After_a_cell_that_does_not_compile_the_report_begins_with_it()
    {
        await RunAsync(Key, CheckKey);
        await FailAsync("// mine\nstring MakeCacheKey(LlmRequest request)\n{\n    return \"b\"\n}");
        Assert.StartsWith(
            "An earlier MakeCacheKey was judged: your last one does not compile (line 4: ; expected). Correct its cell, run it, then run this one again. The cache key: ",
            await RunAsync(CheckKey),
            StringComparison.Ordinal);

        // And so until it compiles.
        Assert.StartsWith(Former, await RunAsync(CheckKey), StringComparison.Ordinal);
        string report = await RunAsync(Key, CheckKey);
        Assert.StartsWith("The cache key: ", report, StringComparison.Ordinal);
        Assert.DoesNotContain(Same, report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stub_that_an_unfinished_answer_left_in_force_is_told_from_an_answer()
    {
        string stub = "string MakeCacheKey(LlmRequest request) => throw new NotImplementedException();";
        await RunAsync(stub, CheckKey);
        await FailAsync("string MakeCacheKey(LlmRequest request) => request.Modl;");
        string report = await RunAsync(CheckKey);
        Assert.StartsWith(Former, report, StringComparison.Ordinal);
        Assert.Contains("Not attempted yet", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_judged_for_the_first_time_may_be_a_former_one_too()
    {
        await RunAsync("bool ShouldCache(LlmRequest request) => true;", "Check.ShouldCache(ShouldCache);");
        await RunAsync(Key);
        await FailAsync("string MakeCacheKey(LlmRequest request) => request;");
        Assert.StartsWith(Former, await RunAsync(CheckKey), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_another_signature_the_report_begins_with_it()
    {
        await RunAsync(Key, CheckKey);
        await RunAsync("string MakeCacheKey(LlmRequest request, int version) => \"b\";");
        Assert.StartsWith("An earlier MakeCacheKey was judged: the newest one has another signature.", await RunAsync(CheckKey), StringComparison.Ordinal);
        Assert.StartsWith("The cache key: ", await RunAsync(Key, CheckKey), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var key = MakeCacheKey(request);")]
    [InlineData("MakeCacheKey(missing);")]
    [InlineData("return MakeCacheKey(missing);")]
    [InlineData("await MakeCacheKey(missing);")]
    [InlineData("Got.Value(MakeCacheKey(missing));")]
    [InlineData("string NotMakeCacheKey(LlmRequest request) => missing;")]
    [InlineData("Check.CacheKey(MakeCacheKeys);")]
    public async Task A_broken_cell_that_only_uses_the_answer_alarms_nobody(string cell)
    {
        await RunAsync(Key, CheckKey);
        await FailAsync(cell);
        Assert.StartsWith("The cache key: ", await RunAsync(CheckKey), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_is_only_run_again_says_from_when_the_answer_is_in_one_quiet_line()
    {
        Assert.DoesNotContain(Same, await RunAsync(Key, CheckKey), StringComparison.Ordinal);
        time.Advance(TimeSpan.FromMinutes(7));
        string report = await RunAsync(CheckKey);
        Assert.StartsWith("The cache key: ", report, StringComparison.Ordinal);
        Assert.EndsWith(
            "The same MakeCacheKey as at 14:02: if you have changed it since then, run its cell and look for an error.",
            report,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_run_again_is_another_one()
    {
        await RunAsync(Key, CheckKey);
        string report = await RunAsync(Key, CheckKey);
        Assert.DoesNotContain(Same, report, StringComparison.Ordinal);
        Assert.DoesNotContain(Former, report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "class SimpleMemoryCache : ILlmCache { public string Get(string key) => null; public void Set(string key, string value) { } }",
        "Check.MemoryCache(() => new SimpleMemoryCache());")]
    [InlineData(
        "class SimpleFileCache : ILlmCache { public SimpleFileCache(string path) => throw new NotImplementedException(); "
        + "public string Get(string key) => null; public void Set(string key, string value) { } }",
        "Check.FileCache(path => new SimpleFileCache(path));")]
    [InlineData("bool ShouldCache(LlmRequest request) => true;", "Check.ShouldCache(ShouldCache);")]
    [InlineData("string MakeCacheKeyTodo(LlmRequest request) => \"\";", "Check.ExtendedKey(MakeCacheKeyTodo);")]
    [InlineData(
        "async Task<string> LoggedCallAsync(string requestId, LlmRequest request, ILlmClient llm, ILogger logger) => \"\";",
        "await Check.RequestLogAsync(LoggedCallAsync);")]
    [InlineData(
        "async Task<string> CachedCallAsync(ILlmCache cache, LlmRequest request, ILlmClient llm, ILogger logger) => \"\";",
        "await Check.CachedCallAsync(CachedCallAsync);")]
    public async Task Every_exercise_is_looked_after(string answer, string check)
    {
        Assert.DoesNotContain(Same, await RunAsync(answer, check), StringComparison.Ordinal);
        Assert.Contains(Same, await RunAsync(check), StringComparison.Ordinal);
        await FailAsync(answer + "\n}");
        Assert.StartsWith(Former, await RunAsync(check), StringComparison.Ordinal);
        string report = await RunAsync(answer, check);
        Assert.DoesNotContain(Former, report, StringComparison.Ordinal);
        Assert.DoesNotContain(Same, report, StringComparison.Ordinal);
    }

    /// <summary>Runs cells, and returns what they printed as one line.</summary>
    private async Task<string> RunAsync(params string[] cells)
    {
        shown = console.ToString().Length;
        foreach (string cell in cells)
        {
            ScriptOptions options = ScriptOptions.Default
                .WithReferences(typeof(Check).Assembly, typeof(Microsoft.Extensions.Logging.ILogger).Assembly)
                .WithImports("System", "System.Threading.Tasks", "CachingLab", "Microsoft.Extensions.Logging");
            state = state is null
                ? await CSharpScript.RunAsync(cell, options, cancellationToken: TestContext.Current.CancellationToken)
                : await state.ContinueWithAsync(cell, options, TestContext.Current.CancellationToken);
        }

        return string.Join(' ', console.ToString()[shown..].Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries));
    }

    private Task<CompilationErrorException> FailAsync(string cell) => Assert.ThrowsAsync<CompilationErrorException>(() => RunAsync(cell));
}
