using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace CachingLab.Production.Tests.Servers;

/// <summary>What a <see cref="ModelServer"/> does with one request.</summary>
/// <param name="WriteAsync">Writes to the connection, which is closed after it.</param>
public sealed record ModelAnswer(Func<NetworkStream, ModelRequest, CancellationToken, Task> WriteAsync)
{
    /// <summary>Answers as a provider does: whole, or as a stream when the request asks for one, a word an event.</summary>
    public static ModelAnswer Text(string text, string finish = "stop") => new((stream, request, token) =>
        request.Body.Contains("\"stream\":true", StringComparison.Ordinal)
            ? EventsAsync(stream, [.. Words(text).Select(w => Delta(w, null)), Delta(null, finish), Usage, "[DONE]"], isBroken: false, token)
            : WholeAsync(stream, 200, Completion(text, finish), "", token));

    /// <summary>Refuses the request.</summary>
    public static ModelAnswer Status(int status, string message, string headers = "") => new((stream, _, token) =>
        WholeAsync(stream, status, JsonSerializer.Serialize(new { error = new { message, type = "error", code = (string?)null } }), headers, token));

    /// <summary>Streams these words and then breaks off.</summary>
    public static ModelAnswer BrokenStream(string text) => new((stream, _, token) =>
        EventsAsync(stream, [.. Words(text).Select(w => Delta(w, null))], isBroken: true, token));

    /// <summary>Answers 200 with a body that is no completion.</summary>
    public static ModelAnswer Garbage { get; } = new((stream, _, token) => WholeAsync(stream, 200, "<html>Welcome to the hotel</html>", "", token));

    /// <summary>Closes the connection without a word.</summary>
    public static ModelAnswer HangUp { get; } = new((_, _, _) => Task.CompletedTask);

    private static string Usage => """
        {"id":"chatcmpl-1","object":"chat.completion.chunk","created":0,"model":"m","choices":[],
        """ + """
        "usage":{"prompt_tokens":100,"completion_tokens":10,"total_tokens":110}}
        """;

    private static IEnumerable<string> Words(string text) => text.Split(' ').Select((w, i) => i == 0 ? w : " " + w);

    private static string Completion(string text, string finish) => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 0,
        model = "m",
        choices = new[] { new { index = 0, message = new { role = "assistant", content = text }, finish_reason = finish } },
        usage = new { prompt_tokens = 100, completion_tokens = 10, total_tokens = 110 },
    });

    private static string Delta(string? text, string? finish) => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion.chunk",
        created = 0,
        model = "m",
        choices = new[] { new { index = 0, delta = new { role = "assistant", content = text }, finish_reason = finish } },
    });

    private static async Task WholeAsync(NetworkStream stream, int status, string body, string headers, CancellationToken token)
    {
        string length = Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n{headers}Connection: close\r\n\r\n{body}"), token);
    }

    private static async Task EventsAsync(NetworkStream stream, string[] events, bool isBroken, CancellationToken token)
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"u8.ToArray(), token);
        foreach (string data in events)
            await ChunkAsync(stream, $"data: {data}\n\n", token);
        if (!isBroken)
            await ChunkAsync(stream, "", token);
    }

    private static async Task ChunkAsync(NetworkStream stream, string text, CancellationToken token) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n"), token);
}
