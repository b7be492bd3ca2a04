using System.Net;

namespace CachingLab.Production;

/// <summary>The provider asks for fewer requests. It may say how long to wait before the next one.</summary>
/// <param name="retryAfter">The wait that it asks for, or null.</param>
public sealed class ThrottledException(string message, TimeSpan? retryAfter = null, HttpStatusCode status = HttpStatusCode.TooManyRequests)
    : HttpRequestException(message, null, status)
{
    /// <summary>How long to wait before the next request, from the response's <c>Retry-After</c> header; null when there is none.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
