using CachingLab.Cli.Diagnostics;

namespace CachingLab.Cli.Tests.Kernels;

public sealed class KernelLookTests : IDisposable
{
    private readonly KernelHome home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public void No_kernel_is_missing_and_not_needed() =>
        Assert.Equal((FindingState.Missing, $"{LabCall.Name} kernel"), Look());

    [Fact]
    public async Task A_registered_kernel_is_good_until_its_program_is_gone()
    {
        await home.Desk().InstallAsync(force: false, TestContext.Current.CancellationToken);
        Assert.Equal((FindingState.Good, null), Look());
        File.Delete(home.Program);
        Assert.Equal((FindingState.Notice, $"{LabCall.Name} kernel"), Look());
    }

    [Theory]
    [InlineData("""{"argv":["dotnet","interactive","jupyter"]}""", FindingState.Notice, "./lab kernel --force")]
    [InlineData("""{"argv":["no-such-program"]}""", FindingState.Notice, "./lab kernel --force")]
    [InlineData("""{"argv":["/no/such/program"]}""", FindingState.Notice, "./lab kernel --force")]
    [InlineData("{ half", FindingState.Notice, "./lab kernel --force")]
    [InlineData("""{"argv":["dotnet","--version"]}""", FindingState.Good, null)]
    public void Another_programs_kernel_is_good_when_its_command_is_there(string text, object state, string? cure)
    {
        home.Write(home.SpecFile, text);
        Assert.Equal(((FindingState)state, cure), Look());
    }

    [Fact]
    public async Task The_command_says_in_one_line_what_stands_in_its_way_and_exits_2()
    {
        string data = Path.Combine(home.Root, "home");
        home.Write(home.SpecFile, """{"argv":["mine"]}""");
        LabEnd end = await Lab.RunAsync(Lab.Start(home.Root, ("JUPYTER_DATA_DIR", data), "kernel"));
        Assert.Equal((2, ""), (end.Code, end.Output));
        Assert.Contains(home.SpecFile, end.ErrorLine, StringComparison.Ordinal);
    }

    private (FindingState State, string? Cure) Look()
    {
        Finding finding = Assert.Single(Engines.Kernels(home.Machine, [home.Folder]));
        return (finding.State, finding.Cure);
    }
}
