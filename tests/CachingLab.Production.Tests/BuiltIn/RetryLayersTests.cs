using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using OpenAI;
using OpenAI.Chat;

namespace CachingLab.Production.Tests.BuiltIn;

/// <summary>What notebook 07 says of layers that each try again: how many requests leave for one call when the server always answers 503.</summary>
public sealed class RetryLayersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_SDK_of_OpenAI_posts_four_times_by_itself() => Assert.Equal(4, await PostsAsync(new WithoutWait()));

    [Fact]
    public async Task Inside_the_standard_resilience_handler_it_posts_sixteen_times() => Assert.Equal(16, await PostsAsync(new WithoutWait(), _ => { }));

    [Fact]
    public async Task With_its_own_tries_switched_off_one_attempt_is_one_post() => Assert.Equal(1, await PostsAsync(new ClientRetryPolicy(maxRetries: 0)));

    [Fact]
    public async Task The_standard_resilience_handler_posts_again_unless_it_is_told_not_to()
    {
        Assert.Equal(4, await PostsAsync(new ClientRetryPolicy(maxRetries: 0), _ => { }));
#pragma warning disable EXTEXP0001 // The option is marked as experimental.
        Assert.Equal(1, await PostsAsync(new ClientRetryPolicy(maxRetries: 0), o => o.Retry.DisableForUnsafeHttpMethods()));
#pragma warning restore EXTEXP0001
    }

    private static async Task<int> PostsAsync(ClientRetryPolicy policy, Action<HttpStandardResilienceOptions>? handler = null)
    {
        using var server = new Busy();
        var services = new ServiceCollection();
        IHttpClientBuilder builder = services.AddHttpClient("model").ConfigurePrimaryHttpMessageHandler(() => server);
        if (handler is not null)
        {
            builder.AddStandardResilienceHandler(o =>
            {
                o.Retry.Delay = TimeSpan.Zero;
                handler(o);
            });
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("model");
        using var transport = new HttpClientPipelineTransport(http);
        var options = new OpenAIClientOptions { Endpoint = new Uri("http://model.example/v1"), Transport = transport, RetryPolicy = policy };
        var client = new ChatClient("demo", new ApiKeyCredential("none"), options);
        await Assert.ThrowsAsync<ClientResultException>(async () => await client.CompleteChatAsync([new UserChatMessage("Hello")], cancellationToken: Token));
        return server.Posts;
    }

    /// <summary>The SDK's own policy with its own number of tries, but without the waits.</summary>
    private sealed class WithoutWait : ClientRetryPolicy
    {
        protected override TimeSpan GetNextDelay(PipelineMessage message, int tryCount) => TimeSpan.Zero;
    }

    private sealed class Busy : HttpMessageHandler
    {
        public int Posts { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal(HttpMethod.Post, request.Method);
            Posts++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new StringContent("{}"), RequestMessage = request });
        }
    }
}
