using System.Buffers.Binary;
using CachingLab.Exams;
using CachingLab.Sandbox.Protocol;
using Microsoft.Extensions.Logging;

namespace CachingLab.Grading.Tests.Sandboxing;

public sealed class PipeTests
{
    private const int MaxBytes = 1024 * 1024;
    private static readonly LlmRequest Request = new("m", "s", "u\0\u6f22\n", 0.1);

    public static TheoryData<Message> Messages() =>
    [
        new RunProgram([new WireCell("a", new byte[] { 0, 255 })], "cache-key", 3, ["/x.dll"]),
        new RunProgram([], null, 0, []),
        new WarmUp(),
        new PlaceFile("/a", new byte[] { 1, 2, 3 }),
        new MakeKeys([], ""),
        new MakeKeys([Request, Request with { Temperature = double.NaN }], "tr-TR"),
        new OpenCache(null),
        new OpenCache("/a"),
        new GetEntry(1, null),
        new GetEntries(1, ["a", ""]),
        new SetEntry(1, null, null),
        new SetEntry(1, "", " \t\r\n"),
        new SetSeries(1, "k", 1_000, 0, 8),
        new CallLogged("r", Request, 1, 2),
        new CallCached(1, Request, 2, 3),
        new AskPolicy([Request]),
        new Complete(1, Request),
        new ReadEntry(1, "k"),
        new ReadEntry(1, null),
        new StoreEntry(1, "k", "v"),
        new StoreEntry(1, null, null),
        new AddLog(1, new LogEntry(LogLevel.Warning, null, "m", [new("n", double.NaN), new("z", -0.0), new("t", "x"), new("f", true), new("0", null)], null)),
        new AddLog(1, new LogEntry(LogLevel.Error, "e", "", [], "System.Exception: m")),
        new CellStarted("a"),
        new CellOutput("a", new WireOutput(OutputKind.Shown, "t", "<b>t</b>")),
        new CellEnded("a", null),
        new CellEnded("a", new WireError(["System.Exception"], "m", 3, 4, 5, "s")),
        new Done(),
        new TextReply(null),
        new TextReply(""),
        new TextsReply(["a", null, ""]),
        new FlagReply(true),
        new FlagsReply([true, false]),
        new HandleReply(7),
        new CompileCells(1, CellDialect.Runner, "/a", [new SourceCell("a", "1"), new SourceCell("b", "") { IsShared = true, IsNeeded = true, Instead = "2" }]),
        new CompilingCell(1, "a"),
        new CompiledCells([new CompiledCell("a", 1, new byte[] { 1 }, [new CellProblem("a", 2, 3, "CS1002", "m")], ["/x.dll"]) { IsInstead = true }]),
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

    [Fact]
    public void No_kind_of_message_is_left_out_of_these_tests() =>
        Assert.Equal(
            typeof(Message).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Message)) && !t.IsAbstract).Select(t => t.Name).Order(),
            Messages().Select(m => m.Data.GetType().Name).Distinct().Order());

    [Fact]
    public async Task Half_a_surrogate_pair_arrives_as_it_was()
    {
        var read = (TextReply)(await ReadAsync(await FrameAsync(new TextReply("a\ud800b\udc00"))))!;
        Assert.Equal("a\ud800b\udc00", read.Value);
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
        byte[] frame = await FrameAsync(new TextReply(new string('x', MaxBytes - 100)));
        using var input = new MemoryStream([.. Enumerable.Repeat(frame, 20).SelectMany(f => f)]);
        using var pipe = new Pipe(input, Stream.Null, MaxBytes);
        await Assert.ThrowsAsync<MessageTooLargeException>(async () =>
        {
            for (int i = 0; i < 20; i++)
                await pipe.ReadAsync(TestContext.Current.CancellationToken);
        });
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 255, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 1, 0, 0, 0, 0, 255, 255, 255, 127 })]
    public async Task What_is_no_message_is_refused(byte[] content) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(Frame(content)));

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Bytes_too_many_or_too_few_are_refused(Message message)
    {
        byte[] content = (await FrameAsync(message))[sizeof(int)..];
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(Frame([.. content, 0])));
        for (int length = 0; length < content.Length; length++)
            await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(Frame(content[..length])));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Damaged_bytes_make_another_message_or_are_refused(Message message)
    {
        byte[] content = (await FrameAsync(message))[sizeof(int)..];
        var random = new Random(1);
        for (int round = 0; round < 300; round++)
        {
            var damaged = (byte[])content.Clone();
            for (int flips = random.Next(1, 4); flips > 0; flips--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Exception? thrown = await Record.ExceptionAsync(() => ReadAsync(Frame(damaged)));
            Assert.True(thrown is null or InvalidDataException, $"{Convert.ToHexString(damaged)}: {thrown}");
        }
    }

    private static byte[] Frame(byte[] content)
    {
        var frame = new byte[content.Length + sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(frame, content.Length);
        content.CopyTo(frame, sizeof(int));
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
