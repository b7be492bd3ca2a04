#pragma warning disable CA1034, CA1050 // A model may throw a type that is declared so.

/// <summary>What a model's exception may be declared in.</summary>
public static class ModelGateway
{
    /// <summary>A type in a type in no namespace: the other type's name is no part of its name.</summary>
    public sealed class ClosedException(string message) : HttpRequestException(message);
}
