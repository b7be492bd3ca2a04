using CachingLab.Answers.Tests.Reports;
using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Services;
using Xunit.MicrosoftTestingPlatform;

namespace CachingLab.Answers.Tests;

/// <summary>The test program: xUnit's, with <c>--only</c> and a closing list.</summary>
internal static class Program
{
    /// <summary>What the command line narrows the run to.</summary>
    public static Choice Choice { get; private set; } = new([], null);

    /// <summary>Whether an editor runs the tests, or asks which there are. It lists each one; a terminal gets one list at the end.</summary>
    public static bool ListsEach { get; private set; }

    public static async Task<int> Main(string[] args)
    {
        Choice = Choice.TakeFrom(ref args, Place.IsBegun);
        ListsEach = args.Contains("--list-tests") || (args.Contains("--server") && !args.Contains("dotnettestcli"));
        return await TestPlatformTestFramework.RunAsync(args, AddClosingList);
    }

    private static void AddClosingList(ITestApplicationBuilder builder, string[] args)
    {
        if (!ListsEach)
            builder.TestHost.AddTestSessionLifetimeHandler(services => new ClosingList(services.GetMessageBus()));
    }
}
