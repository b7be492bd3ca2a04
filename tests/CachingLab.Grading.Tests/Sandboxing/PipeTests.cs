using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using CachingLab.Sandbox.Protocol;
using Microsoft.Extensions.Logging;

namespace CachingLab.Grading.Tests.Sandboxing;

public sealed class PipeTests
{
    private const int MaxBytes = 1024 * 1024;
    private static readonly WireRequest Request = WireRequest.Of(new LlmRequest("m", "s", "u\0\u6f22\n", 0.1));

    public static TheoryData<Message> Messages() =>
    [
        new RunProgram([new WireCell("a", new byte[] { 0, 255 })], "cache-key", 3, ["/x.dll"]),
        new RunProgram([], null, 0, []),
        new PlaceFile("/a", new byte[] { 1, 2, 3 }),
        new OpenCache(null),
        new OpenCache("/a"),
        new GetEntry(1, null),
        new SetEntry(1, null, null),
        new SetEntry(1, "", " \t\r\n"),
        new CallLogged("r", Request, 1, 2),
        new CallCached(1, Request, 2, 3),
        new AskPolicy(Request),
        new Complete(1, Request),
        new ReadEntry(1, "k"),
        new StoreEntry(1, "k", "v"),
        new AddLog(1, new WireLogEntry(LogLevel.Warning, null, "m", [new WireLogField("n", Number: double.NaN), new WireLogField("z", Number: -0.0)], null)),
        new CellStarted("a"),
        new CellEnded("a", [new WireOutput(OutputKind.Shown, "t", "<b>t</b>")], new WireError(["System.Exception"], "m", 3, 4)),
        new Done(),
        new TextReply(null),
        new TextReply(""),
        new FlagReply(true),
        new HandleReply(7),
        new ThrownReply(new WireError(["A", "B"], "m")),
    ];

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Every_message_comes_out_as_it_went_in(Message message)
    {
        byte[] frame = await FrameAsync(message with { Id = 42 });
        Message? read = await ReadAsync(frame);
        Assert.Equal(42, read!.Id);
        Assert.Equal(message.GetType(), read.GetType());
        Assert.Equal(frame, await FrameAsync(read));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-0.0)]
    [InlineData(double.Epsilon)]
    [InlineData(0.1 + 0.2)]
    public void A_temperature_crosses_to_the_last_bit(double temperature)
    {
        LlmRequest there = WireRequest.Of(new LlmRequest("m", "s", "u", temperature)).ToRequest();
        Assert.Equal(BitConverter.DoubleToInt64Bits(temperature), BitConverter.DoubleToInt64Bits(there.Temperature));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_kind_of_a_list_crosses_too(bool array)
    {
        LlmTool[] tools = [new("n", "d", "{}")];
        var request = new ExtendedLlmRequest("m", "s", "u") { Tools = array ? tools : [.. tools.ToList()], Examples = array ? Array.Empty<LlmExample>() : new List<LlmExample>() };
        var there = (ExtendedLlmRequest)WireRequest.Of(request).ToRequest();
        Assert.Equal(array, there.Tools is LlmTool[]);
        Assert.Equal(tools, there.Tools);
        Assert.Null(there.TopP);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_becomes_a_replacement_character_and_breaks_nothing()
    {
        var read = (TextReply)(await ReadAsync(await FrameAsync(new TextReply("a\ud800b"))))!;
        Assert.Equal("a\ufffdb", read.Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(10)]
    public async Task A_stream_that_ends_early_is_an_end(int length)
    {
        byte[] frame = await FrameAsync(new TextReply("hello"));
        Assert.Null(await ReadAsync(frame[..length]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(MaxBytes + 1)]
    [InlineData(int.MaxValue)]
    public async Task A_length_that_cannot_be_is_refused_before_anything_is_read(int length)
    {
        var frame = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(frame, length);
        await Assert.ThrowsAsync<MessageTooLargeException>(() => ReadAsync(frame));
    }

    [Fact]
    public async Task All_messages_together_are_bounded()
    {
        byte[] frame = Frame("{\"is\":\"text\",\"Value\":\"" + new string('x', MaxBytes - 100) + "\"}");
        using var input = new MemoryStream([.. Enumerable.Repeat(frame, 20).SelectMany(f => f)]);
        using var pipe = new Pipe(input, Stream.Null, MaxBytes);
        await Assert.ThrowsAsync<MessageTooLargeException>(async () =>
        {
            for (int i = 0; i < 20; i++)
                await pipe.ReadAsync(TestContext.Current.CancellationToken);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"text\"")]
    [InlineData("{\"is\":\"nothing-known\"}")]
    [InlineData("{\"is\":\"text\",\"Value\":1}")]
    [InlineData("{\"is\":\"thrown\",\"Error\":null}")]
    [InlineData("{\"is\":\"thrown\",\"Error\":{\"TypeNames\":null,\"Message\":\"m\"}}")]
    [InlineData("{\"is\":\"text\",\"Value\":\"\\ud800\"}")]
    public async Task What_is_no_message_is_refused(string json)
    {
        Exception refused = await Assert.ThrowsAnyAsync<Exception>(() => ReadAsync(Frame(json)));
        Assert.True(refused is JsonException or InvalidOperationException or NotSupportedException, refused.ToString());
    }

    [Fact]
    public async Task Depth_without_end_is_refused() =>
        await Assert.ThrowsAsync<JsonException>(() => ReadAsync(Frame("{\"is\":\"text\",\"x\":" + new string('[', 100_000))));

    [Fact]
    public void A_request_of_another_type_is_refused() =>
        Assert.Throws<JsonException>(() => new WireRequest("System.Diagnostics.Process", "{}").ToRequest());

    private static byte[] Frame(string json)
    {
        byte[] text = Encoding.UTF8.GetBytes(json);
        var frame = new byte[text.Length + sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(frame, text.Length);
        text.CopyTo(frame, sizeof(int));
        return frame;
    }

    private static async Task<byte[]> FrameAsync(Message message)
    {
        using var output = new MemoryStream();
        using var pipe = new Pipe(Stream.Null, output, MaxBytes);
        await pipe.WriteAsync(message, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    private static async Task<Message?> ReadAsync(byte[] bytes)
    {
        using var input = new MemoryStream(bytes);
        using var pipe = new Pipe(input, Stream.Null, MaxBytes);
        return await pipe.ReadAsync(TestContext.Current.CancellationToken);
    }
}
