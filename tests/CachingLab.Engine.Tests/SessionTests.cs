using CachingLab.Engine.Tests.Course;
using CachingLab.Engine.Tests.Engines;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Releases;

namespace CachingLab.Engine.Tests;

/// <summary>A session in which a learner goes on working.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task An_answer_that_is_replaced_and_run_again_changes_what_the_check_says()
    {
        Notebook solved = Repository.Solved.Single(n => n.Name == "06-cache-policy");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cachinglab-engine-");
        try
        {
            using var engine = new InProcess(Repository.MakeNotebooksFolder(folder.FullName));
            foreach (string id in (string[])["setup", "usings"])
                Assert.Null((await engine.RunAsync(id, solved.Find(id)!.Source)).Error);
            Assert.Contains("not met", await CheckAsync(Work.Answer("ex-should-cache", Work.Wrong)), StringComparison.Ordinal);
            Assert.Contains("all 8 requirements met", await CheckAsync(SolutionBlocks.ToSolution(solved.Find("ex-should-cache")!.Source)), StringComparison.Ordinal);
            Assert.Contains("not met", await CheckAsync(Work.Answer("ex-should-cache", Work.Wrong)), StringComparison.Ordinal);

            async Task<string> CheckAsync(string answer)
            {
                Assert.Null((await engine.RunAsync("ex-should-cache", answer)).Error);
                CellOutcome check = await engine.RunAsync("check-should-cache", solved.Find("check-should-cache")!.Source);
                Assert.Null(check.Error);
                return check.Html;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
