using System.ClientModel;
using System.ClientModel.Primitives;
using CachingLab.Production.Chat;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace CachingLab.Production;

/// <summary>
/// The model of the demonstrations: the notebook's fake, or any server that speaks OpenAI's protocol, a local one too.
/// The variables <c>CACHINGLAB_ENDPOINT</c> (as <c>http://localhost:11434/v1</c>), <c>CACHINGLAB_MODEL</c> and, where the server wants one, <c>CACHINGLAB_KEY</c> choose it.
/// Checks never use it.
/// </summary>
public static class LabModel
{
    public const string EndpointVariable = "CACHINGLAB_ENDPOINT";

    public const string ModelVariable = "CACHINGLAB_MODEL";

    public const string KeyVariable = "CACHINGLAB_KEY";

    /// <summary>The server's model when the variables name one, else the fake; prints one line that says which.</summary>
    /// <param name="fake">What answers without a server.</param>
    public static IChatClient Create(IChatClient fake)
    {
        (IChatClient model, string line) = Choose(fake, Environment.GetEnvironmentVariable);
        Console.WriteLine(line);
        return model;
    }

    /// <summary>The model and the line. Makes no connection.</summary>
    internal static (IChatClient Model, string Line) Choose(IChatClient fake, Func<string, string?> variable)
    {
        string? endpoint = Value(EndpointVariable);
        if (endpoint is null)
            return (fake, $"The fake model answers. {EndpointVariable} and {ModelVariable} would choose a real one.");
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
            return (fake, $"The fake model answers: {EndpointVariable} is no address such as http://localhost:11434/v1.");
        if (Value(ModelVariable) is not { } name)
            return (fake, $"The fake model answers: {ModelVariable} is not set. It names the model to ask at {Shown(address)}.");
        return (Server(address, name, Value(KeyVariable)), $"The model {name} at {Shown(address)} answers.");

        string? Value(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;
    }

    // A server on one's own machine wants no key, but the SDK does. The SDK's own tries are switched off: three of them inside three of a learner's would make nine.
    private static ServerChatClient Server(Uri address, string name, string? key)
    {
        OpenAIClientOptions options = new() { Endpoint = address, RetryPolicy = new ClientRetryPolicy(maxRetries: 0) };
        return new ServerChatClient(new ChatClient(name, new ApiKeyCredential(key ?? "none"), options).AsIChatClient(), key);
    }

    // Neither a password nor a query, which can hold a key.
    private static string Shown(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
}
