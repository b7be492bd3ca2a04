using CachingLab.Cli.Computer;
using CachingLab.Grading;

namespace CachingLab.Cli.Tests;

/// <summary>The program that <c>dotnet publish</c> makes, which is what a container image holds.</summary>
public sealed class PublishTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lab-published-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_published_program_grades_where_no_clone_is()
    {
        string project = Path.Combine(CourseFolder.Find(AppContext.BaseDirectory).Root, "lib", "CachingLab.Cli"), program = Path.Combine(folder, "lab.dll");
        CommandEnd published = await DotnetAsync("publish", project, "--no-restore", "--output", folder, "-p:ForLearners=true");
        Assert.True(published.Code == 0, published.Output);
        CommandEnd graded = await DotnetAsync(program, "grade", "--seconds", "120", Path.Combine(folder, "solutions", "06-cache-policy.ipynb"));
        Assert.True(graded.Code == 0, graded.Output + graded.Errors);
    }

    private async Task<CommandEnd> DotnetAsync(params string[] arguments) =>
        (await Machine.This.RunAsync("dotnet", arguments, folder, TestContext.Current.CancellationToken))!;
}
