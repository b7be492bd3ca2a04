using CachingLab.Answers.Tests.Reports;
using CachingLab.Grading.Records;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.TestHost;
using Microsoft.Testing.Platform.Messages;
using Microsoft.Testing.Platform.Services;

namespace CachingLab.Answers.Tests;

/// <summary>
/// Prints an exercise a line after all tests. `dotnet test` shows neither tests that pass nor, when all pass, what the test program prints: a
/// skipped test is the one thing that it shows always. So the list is the reason of one, which stands last and tells what was skipped.
/// </summary>
/// <param name="bus">Takes results to the terminal.</param>
internal sealed class ClosingList(IMessageBus bus) : ITestSessionLifetimeHandler, IDataProducer
{
    public string Uid => nameof(ClosingList);

    public string Version => "1.0.0";

    public string DisplayName => "Closing list";

    public string Description => "An exercise a line, after all tests";

    public Type[] DataTypesProduced => [typeof(TestNodeUpdateMessage)];

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public Task OnTestSessionStartingAsync(ITestSessionContext testSessionContext) => Task.CompletedTask;

    public async Task OnTestSessionFinishingAsync(ITestSessionContext testSessionContext)
    {
        IReadOnlyDictionary<string, SubmissionRecord> graded = Grades.OfLearner();
        if (graded.Count == 0)
            return;
        var list = new ExerciseList(Program.Choice.Exercises, graded, Strictness.Attempted);
        var node = new TestNode
        {
            Uid = Uid,
            DisplayName = list.Skipped,
            Properties = new PropertyBag(new SkippedTestNodeStateProperty(list.ToString())),
        };
        await bus.PublishAsync(this, new TestNodeUpdateMessage(testSessionContext.SessionUid, node));
    }
}
