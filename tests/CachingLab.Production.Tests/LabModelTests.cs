using System.Net;
using System.Text;
using System.Text.Json;
using CachingLab.Production.Tests.Servers;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Tests;

/// <summary>The model that the variables choose, against a server of the tests' own.</summary>
public sealed class LabModelTests
{
    private const string Key = "sk-very-secret";

    private static readonly NoClient Fake = new();

    [Fact]
    public void Without_variables_the_fake_itself_answers()
    {
        (IChatClient model, string line) = LabModel.Choose(Fake, Variables());

        Assert.Same(Fake, model);
        Assert.Equal("The fake model answers. CACHINGLAB_ENDPOINT and CACHINGLAB_MODEL would choose a real one.", line);
    }

    [Theory]
    [InlineData("localhost:11434/v1", "small")]
    [InlineData("ftp://localhost/v1", "small")]
    [InlineData("my server", "small")]
    [InlineData("/v1", "small")]
    public void A_bad_endpoint_is_one_clear_line_and_the_fake_answers(string endpoint, string name)
    {
        (IChatClient model, string line) = LabModel.Choose(Fake, Variables(endpoint, name));

        Assert.Same(Fake, model);
        Assert.Equal("The fake model answers: CACHINGLAB_ENDPOINT is no address such as http://localhost:11434/v1.", line);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_missing_model_is_one_clear_line_and_the_fake_answers(string? name)
    {
        (IChatClient model, string line) = LabModel.Choose(Fake, Variables("http://localhost:11434/v1", name));

        Assert.Same(Fake, model);
        Assert.Equal("The fake model answers: CACHINGLAB_MODEL is not set. It names the model to ask at http://localhost:11434/v1.", line);
    }

    [Theory]
    [InlineData("https://ann:sk-very-secret@models.example/v1?api-key=sk-very-secret#sk-very-secret")]
    [InlineData(" https://models.example/v1/ ")]
    public void The_line_shows_the_model_and_its_address_but_no_key(string endpoint)
    {
        (IChatClient model, string line) = LabModel.Choose(Fake, Variables(endpoint, "small", Key));

        model.Dispose();
        Assert.Equal("The model small at https://models.example/v1 answers.", line);
    }

    [Fact]
    public async Task A_choice_makes_no_connection()
    {
        await using ModelServer server = new(ModelAnswer.Text("yes"));

        Model(server).Dispose();

        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task A_question_is_one_request_that_names_the_model_and_shows_the_key()
    {
        await using ModelServer server = new(ModelAnswer.Text("It is 42.", "length"));
        using IChatClient model = Model(server);

        ChatResponse response = await model.GetResponseAsync("What is it?", new ChatOptions { Temperature = 0 }, TestContext.Current.CancellationToken);

        ModelRequest request = Assert.Single(server.Requests);
        using JsonDocument body = JsonDocument.Parse(request.Body);
        Assert.Equal("POST /v1/chat/completions HTTP/1.1", request.Line);
        Assert.Equal("Bearer " + Key, request.Headers["Authorization"]);
        Assert.Equal("small", body.RootElement.GetProperty("model").GetString());
        Assert.Equal(0, body.RootElement.GetProperty("temperature").GetDouble());
        Assert.Equal(("It is 42.", ChatFinishReason.Length, 100L, 10L), (response.Text, response.FinishReason, response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount));
    }

    [Fact]
    public async Task A_stream_comes_word_by_word_with_its_finish_reason_and_its_tokens()
    {
        await using ModelServer server = new(ModelAnswer.Text("one two three"));
        using IChatClient model = Model(server);

        List<ChatResponseUpdate> updates = await ReadAsync(model);

        Assert.Equal(["one", " two", " three"], updates.Select(u => u.Text).Where(t => t.Length > 0));
        ChatResponse whole = updates.ToChatResponse();
        Assert.Equal((ChatFinishReason.Stop, 110L), (whole.FinishReason, whole.Usage?.TotalTokenCount));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_refusal_is_an_http_failure_with_its_status_after_one_request(int status)
    {
        await using ModelServer server = new(ModelAnswer.Status(status, "not now"), ModelAnswer.Text("yes"));
        using IChatClient model = Model(server);

        HttpRequestException refused = await Assert.ThrowsAnyAsync<HttpRequestException>(() => AskAsync(model));

        Assert.Equal((HttpStatusCode)status, refused.StatusCode);
        Assert.Contains("not now", refused.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Assert.Equal("yes", (await AskAsync(model)).Text);
    }

    [Fact]
    public async Task A_refused_stream_is_an_http_failure_with_its_status()
    {
        await using ModelServer server = new(ModelAnswer.Status(429, "not now"));
        using IChatClient model = Model(server);

        ThrottledException refused = await Assert.ThrowsAsync<ThrottledException>(() => ReadAsync(model));

        Assert.Equal((HttpStatusCode.TooManyRequests, null), (refused.StatusCode, refused.RetryAfter));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_refusal_that_names_a_wait_carries_it(int status)
    {
        await using ModelServer server = new(ModelAnswer.Status(status, "not now", "Retry-After: 7\r\n"));
        using IChatClient model = Model(server);

        ThrottledException refused = await Assert.ThrowsAsync<ThrottledException>(() => AskAsync(model));

        Assert.Equal(((HttpStatusCode)status, TimeSpan.FromSeconds(7)), (refused.StatusCode, refused.RetryAfter));
    }

    [Fact]
    public async Task A_refusal_that_quotes_the_key_does_not_show_it()
    {
        await using ModelServer server = new(ModelAnswer.Status(401, "Incorrect API key: " + Key));
        using IChatClient model = Model(server);

        HttpRequestException refused = await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(model));

        Assert.DoesNotContain(Key, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_hangs_up_is_a_network_failure_without_a_status()
    {
        await using ModelServer server = new(ModelAnswer.HangUp);
        using IChatClient model = Model(server);

        HttpRequestException failed = await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(model));

        Assert.Null(failed.StatusCode);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_a_network_failure_without_a_status()
    {
        ModelServer server = new(ModelAnswer.HangUp);
        using IChatClient model = Model(server);
        await server.DisposeAsync();

        HttpRequestException failed = await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(model));

        Assert.Null(failed.StatusCode);
    }

    [Fact]
    public async Task A_stream_that_breaks_gives_what_came_and_then_fails()
    {
        await using ModelServer server = new(ModelAnswer.BrokenStream("one two"));
        using IChatClient model = Model(server);
        StringBuilder came = new();

        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            await foreach (ChatResponseUpdate update in model.GetStreamingResponseAsync("?", cancellationToken: TestContext.Current.CancellationToken))
                came.Append(update.Text);
        });

        Assert.Equal("one two", came.ToString());
    }

    [Fact]
    public async Task An_answer_that_is_no_completion_is_a_json_failure()
    {
        await using ModelServer server = new(ModelAnswer.Garbage);
        using IChatClient model = Model(server);

        await Assert.ThrowsAnyAsync<JsonException>(() => AskAsync(model));
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_one()
    {
        using CancellationTokenSource leaves = new();
        await using ModelServer server = new(new ModelAnswer(async (_, _, token) =>
        {
            await leaves.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
        }));
        using IChatClient model = Model(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => model.GetResponseAsync("?", cancellationToken: leaves.Token));
    }

    private static IChatClient Model(ModelServer server) => LabModel.Choose(Fake, Variables(server.Endpoint.ToString(), "small", Key)).Model;

    private static Task<ChatResponse> AskAsync(IChatClient model) => model.GetResponseAsync("?", cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<List<ChatResponseUpdate>> ReadAsync(IChatClient model)
    {
        List<ChatResponseUpdate> updates = [];
        await foreach (ChatResponseUpdate update in model.GetStreamingResponseAsync("?", cancellationToken: TestContext.Current.CancellationToken))
            updates.Add(update);
        return updates;
    }

    private static Func<string, string?> Variables(string? endpoint = null, string? name = null, string? key = null) => variable => variable switch
    {
        LabModel.EndpointVariable => endpoint,
        LabModel.ModelVariable => name,
        LabModel.KeyVariable => key,
        _ => null,
    };

    private sealed class NoClient : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
            // It holds nothing.
        }
    }
}
