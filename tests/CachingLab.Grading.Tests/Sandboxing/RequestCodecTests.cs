using CachingLab.Exercises;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Grading.Tests.Sandboxing;

public sealed class RequestCodecTests
{
    private static readonly LlmTool Tool = new("n", "d", "{}");

    public static TheoryData<LlmRequest> FullRequests() =>
    [
        new LlmRequest("m", "s", "u\0\u6f22\n", 0.1),
        new ExtendedLlmRequest("m", "s", "u", 0.2) { TopP = 0.3, MaxTokens = 4, Tools = [Tool], Examples = [new("q", "a")] },
        new FutureLlmRequest("m", "s", "u", 0.2)
        {
            Seed = long.MinValue, Explain = true, Effort = FutureEffort.High, Stop = ["a", ""], Format = new FutureFormat("f", "g") { Strict = true, Samples = [new("r", "t")] },
            Bias = new Dictionary<string, double> { ["a"] = 0.1 }, Tenant = "t", Budget = 1.50m, KnownUntil = DateTimeOffset.UnixEpoch, Table = [[1], []], Labels = ["l"],
        },
        new FutureExtendedLlmRequest("m", "s", "u", 0.2)
        {
            TopP = 0.3, MaxTokens = 4, Tools = [Tool], Examples = [new("q", "a")], Penalty = -1.5, History = [new("r", "t") { Files = ["x", "y"] }],
        },
    ];

    [Theory]
    [MemberData(nameof(FullRequests))]
    public void Every_property_crosses(LlmRequest request)
    {
        // A property that is added and forgotten here would still have its default, or be lost on the way.
        LlmRequest bare = (LlmRequest)Activator.CreateInstance(request.GetType(), "", "", "", 0.0)!;
        foreach (var property in request.GetType().GetProperties())
            Assert.NotEqual(Text(property.GetValue(bare)), Text(property.GetValue(request)));
        LlmRequest there = Cross(request);
        Assert.Equal(request.GetType(), there.GetType());
        Assert.Equal(Text(request), Text(there));
    }

    [Theory]
    [MemberData(nameof(FullRequests))]
    public void What_is_not_set_stays_so(LlmRequest request)
    {
        LlmRequest bare = (LlmRequest)Activator.CreateInstance(request.GetType(), "", "", "", 0.0)!;
        Assert.Equal(Text(bare), Text(Cross(bare)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-0.0)]
    [InlineData(double.Epsilon)]
    [InlineData(0.1 + 0.2)]
    public void A_temperature_crosses_to_the_last_bit(double temperature)
    {
        LlmRequest there = Cross(new LlmRequest("m", "s", "u", temperature));
        Assert.Equal(BitConverter.DoubleToInt64Bits(temperature), BitConverter.DoubleToInt64Bits(there.Temperature));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_kind_of_a_list_crosses_too(bool array)
    {
        LlmTool[] tools = [Tool];
        IReadOnlyList<LlmTool> list = array ? tools : new List<LlmTool>(tools);
        var request = new ExtendedLlmRequest("m", "s", "u") { Tools = list, Examples = array ? Array.Empty<LlmExample>() : new List<LlmExample>() };
        var there = (ExtendedLlmRequest)Cross(request);
        Assert.Equal(array, there.Tools is LlmTool[]);
        Assert.Equal(array, there.Examples is LlmExample[]);
        Assert.Equal(tools, there.Tools);
    }

    [Fact]
    public void One_item_twice_stays_one()
    {
        var there = (ExtendedLlmRequest)Cross(new ExtendedLlmRequest("m", "s", "u") { Tools = [Tool, Tool with { }, Tool] });
        Assert.Same(there.Tools[0], there.Tools[2]);
        Assert.NotSame(there.Tools[0], there.Tools[1]);
    }

    [Fact]
    public void A_request_of_a_type_of_the_learners_own_is_refused_with_what_to_do()
    {
        var refused = Assert.Throws<NotSupportedException>(() => Cross(new OwnRequest()));
        Assert.Equal("a request of type OwnRequest was handed on: hand on the one that was given", refused.Message);
    }

    private static LlmRequest Cross(LlmRequest request) => ((AskPolicy)MessageCodec.Read(MessageCodec.ToBytes(new AskPolicy([request]), 1))).Requests[0];

    private static string Text(object? value) => System.Text.Json.JsonSerializer.Serialize(value);

    private sealed record OwnRequest() : LlmRequest("m", "s", "u");
}
