using System.Reflection;
using CachingLab.Exams;
using CachingLab.Exercises.Caches;
using CachingLab.Exercises.ExtendedKey;
using CachingLab.Worker.Calls;
using CachingLab.Worker.Protocol;
using Microsoft.Extensions.Logging;

namespace CachingLab.Grading.Tests.Calls;

/// <summary>Values as bytes, and bytes that are none.</summary>
public sealed class ShapeTests : IDisposable
{
    private static readonly LlmTool Tool = new("n", "d", "{}");
    private static readonly Everything Full = new(true, 255, '\u6f22', int.MinValue, long.MaxValue, double.NaN, 1.10m, "a\ud800b\udc00")
    {
        Memory = new byte[] { 1 },
        Span = TimeSpan.FromTicks(-1),
        Time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-3)),
        Day = DayOfWeek.Friday,
        Perhaps = 0,
        Any = -0.0,
        Texts = ["a", null, ""],
        Deep = [[new(false, 0, 'a', 0, 0, 0, 0, null)], []],
        Inner = new(false, 0, 'a', 0, 0, 0, 0, null) { Any = "text" },
    };

    private readonly Conversation both = new();

    public void Dispose() => both.Dispose();

    public static TheoryData<object> Values() =>
    [
        new CellProgram([new CompiledCell("a", 1, new byte[] { 0, 255 }, [new CellProblem("a", 2, 3, "CS1002", "m")], ["/x.dll"]) { IsInstead = true }], 3, ["/x.dll"]),
        new HandOver(true, [new ThrownInCell("a", new WireError(["System.Exception"], "m", 3, 4, 5, "s"))]),
        new SourceCell("b", "") { IsShared = true, IsNeeded = true, Instead = "2" },
        new CellOutput(OutputKind.Shown, "t", "<b>t</b>"),
        new LogEntry(LogLevel.Warning, null, "m", [new("n", double.NaN), new("z", -0.0), new("t", "x"), new("f", true), new("0", null)], null),
        new EntrySeries("k", 1_000, 8),
        Full,
    ];

    public static TheoryData<LlmRequest> FullRequests() =>
    [
        new LlmRequest("m", "s", "u\0\u6f22\n", 0.1),
        new ExtendedLlmRequest("m", "s", "u", 0.2) { TopP = 0.3, MaxTokens = 4, Tools = [Tool], Examples = [new("q", "a")] },
        new FutureLlmRequest("m", "s", "u", 0.2, "eu")
        {
            Seed = long.MinValue, Explain = true, Effort = FutureEffort.High, Stop = ["a", ""],
            Format = new FutureFormat("f", "g") { Strict = true, Part = new("p", null), Samples = [new("r", "t")] },
            Bias = new Dictionary<string, double> { ["a"] = 0.1 }, Labels = new Dictionary<string, string> { ["b"] = "c" }, Reserve = "t", Budget = 1.50m,
            KnownUntil = DateTimeOffset.UnixEpoch, Asked = DateTime.UnixEpoch, Previous = new("a", "b", "c"),
            Tables = [[[1], []]], Marks = [1, null], Start = ["l"],
        },
        new FutureChat.FutureLlmRequest("m", "s", "u", 0.2)
        {
            Topic = "c", Speech = new("v", "p"), TopP = 0.3, MaxTokens = 4, Tools = [Tool], Examples = [new("q", "a")], Penalty = -1.5,
            History = [new("r", "t") { Files = ["x", "y"] }],
        },
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_comes_out_as_it_went_in(object value)
    {
        byte[] bytes = Write(value.GetType(), value);
        object? there = Read(value.GetType(), bytes);
        Assert.Equal(bytes, Write(value.GetType(), there));
        Assert.IsType(value.GetType(), there);
    }

    [Theory]
    [MemberData(nameof(FullRequests))]
    public void Every_property_of_a_request_crosses_in_its_own_type(LlmRequest request)
    {
        ConstructorInfo make = request.GetType().GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var bare = (LlmRequest)make.Invoke(["", "", "", 0.0, .. make.GetParameters().Skip(4).Select(_ => (object?)null)]);
        foreach (var property in request.GetType().GetProperties())
            Assert.NotEqual(Text(property.GetValue(bare)), Text(property.GetValue(request)));
        foreach (LlmRequest one in (LlmRequest[])[request, bare])
        {
            LlmRequest there = Cross(one);
            Assert.Equal(one.GetType(), there.GetType());
            Assert.Equal(Text(one), Text(there));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-0.0)]
    [InlineData(double.Epsilon)]
    [InlineData(0.1 + 0.2)]
    public void A_temperature_crosses_to_the_last_bit(double temperature) => Assert.Equal(
        BitConverter.DoubleToInt64Bits(temperature), BitConverter.DoubleToInt64Bits(Cross(new LlmRequest("m", "s", "u", temperature)).Temperature));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_kind_of_a_list_crosses_too(bool array)
    {
        LlmTool[] tools = [Tool];
        IReadOnlyList<LlmTool> list = array ? tools : new List<LlmTool>(tools);
        var there = (ExtendedLlmRequest)Cross(new ExtendedLlmRequest("m", "s", "u") { Tools = list });
        Assert.Equal(array, there.Tools is LlmTool[]);
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
    public void Requests_that_share_a_list_share_it_on_the_other_side()
    {
        var one = new ExtendedLlmRequest("m", "s", "u") { Tools = [Tool] };
        Type type = typeof(IReadOnlyList<LlmRequest>);
        var there = (IReadOnlyList<LlmRequest>)Read(type, Write(type, new List<LlmRequest> { one, one with { Model = "n" }, one with { Tools = [Tool] } }))!;
        ExtendedLlmRequest[] all = [.. there.Cast<ExtendedLlmRequest>()];
        Assert.Same(all[0].Tools, all[1].Tools);
        Assert.NotSame(all[0].Tools, all[2].Tools);
        Assert.Same(all[0].Tools[0], all[2].Tools[0]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(5)]
    public void A_number_of_an_object_that_does_not_stand_there_or_is_of_another_type_is_refused(int number)
    {
        var to = new WireWriter();
        to.Byte(1);
        to.Byte(0);
        to.Number(1);
        to.Byte(2);
        to.Number(number);
        Assert.Throws<InvalidDataException>(() => Read(typeof(IReadOnlyList<LlmTool>), to.ToFrame()[sizeof(int)..]));
    }

    [Fact]
    public void A_request_of_a_type_of_the_learners_own_is_refused_with_what_to_do()
    {
        var refused = Assert.Throws<NotSupportedException>(() => Cross(new OwnRequest()));
        Assert.Equal("a LlmRequest of type OwnRequest was handed on: hand on the one that was given", refused.Message);
    }

    [Theory]
    [InlineData("System.String")]
    [InlineData("CachingLab.LlmTool")]
    [InlineData("CachingLab.Exams.Exercise")]
    [InlineData("no.such.type")]
    [InlineData("")]
    [InlineData("CachingLab.LlmRequest[[")]
    [InlineData("CachingLab.LlmRequest, CachingLab")]
    public void A_name_makes_no_type_but_a_derived_one(string name)
    {
        var to = new WireWriter();
        to.Byte(1);
        to.TextOrNull(name);
        Assert.Throws<InvalidDataException>(() => Read(typeof(LlmRequest), to.ToFrame()[sizeof(int)..]));
    }

    [Fact]
    public void What_is_too_deep_is_refused()
    {
        Everything deep = Full;
        for (int i = 0; i < Shape.MostDepth; i++)
            deep = Full with { Inner = deep };
        byte[] bytes = Write(typeof(Everything), deep);
        Assert.Throws<InvalidDataException>(() => Read(typeof(Everything), bytes));
    }

    [Fact]
    public void A_list_that_would_take_more_memory_than_bytes_is_refused()
    {
        var to = new WireWriter();
        to.Byte(1);
        to.Byte(0);
        to.Number(1_500_000);
        to.Bytes(new byte[3_000_000]);
        Assert.Throws<InvalidDataException>(() => Read(typeof(IReadOnlyList<bool>), to.ToFrame()[sizeof(int)..]));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Bytes_too_few_are_refused_wherever_they_end(object value)
    {
        byte[] bytes = Write(value.GetType(), value);
        for (int length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => Read(value.GetType(), bytes[..length]));
        Assert.Throws<InvalidDataException>(() => Read(value.GetType(), [.. bytes, 0]));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Damaged_bytes_make_another_value_or_are_refused(object value)
    {
        byte[] bytes = Write(value.GetType(), value);
        var random = new Random(1);
        for (int round = 0; round < 1_000; round++)
        {
            var damaged = (byte[])bytes.Clone();
            for (int flips = random.Next(1, 4); flips > 0; flips--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Exception? thrown = Record.Exception(() => Read(value.GetType(), damaged));
            Assert.True(thrown is null or InvalidDataException, $"{Convert.ToHexString(damaged)}: {thrown}");
        }
    }

    private byte[] Write(Type type, object? value)
    {
        var to = new WireWriter();
        Shape.Of(type).Write(to, value, both.Parent.Objects);
        return to.ToFrame()[sizeof(int)..];
    }

    private object? Read(Type type, byte[] bytes)
    {
        var from = new WireReader(bytes);
        object? value = Shape.Of(type).Read(from, both.Parent.Objects, 0);
        from.End();
        return value;
    }

    private LlmRequest Cross(LlmRequest request) => (LlmRequest)Read(typeof(LlmRequest), Write(typeof(LlmRequest), request))!;

    private static string Text(object? value) => System.Text.Json.JsonSerializer.Serialize(value);

    private sealed record OwnRequest() : LlmRequest("m", "s", "u");
}
