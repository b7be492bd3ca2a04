using Microsoft.Extensions.AI;

namespace CachingLab.Production.Tests.BuiltIn;

/// <summary>What notebook 08 says of <see cref="UsageDetails"/>.</summary>
public sealed class UsageDetailsTests
{
    [Fact]
    public void Adding_adds_up_every_count()
    {
        var all = new UsageDetails { InputTokenCount = 100, CachedInputTokenCount = 90, OutputTokenCount = 5, ReasoningTokenCount = 2, TotalTokenCount = 105 };

        all.Add(new UsageDetails { InputTokenCount = 10, CachedInputTokenCount = 9, OutputTokenCount = 1, ReasoningTokenCount = 1, TotalTokenCount = 11 });

        Assert.Equal((110, 99, 6, 3, 116), (all.InputTokenCount, all.CachedInputTokenCount, all.OutputTokenCount, all.ReasoningTokenCount, all.TotalTokenCount));
    }

    [Fact]
    public void A_count_that_nobody_gave_is_null_and_adding_does_not_change_it()
    {
        var usage = new UsageDetails();
        usage.Add(new UsageDetails { InputTokenCount = 1 });

        Assert.Equal(1, usage.InputTokenCount);
        Assert.Null(usage.CachedInputTokenCount);
        Assert.Null(usage.OutputTokenCount);
    }
}
