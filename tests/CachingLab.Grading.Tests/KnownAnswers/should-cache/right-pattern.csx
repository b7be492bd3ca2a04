// answer: right
// style: a property pattern and a deconstruction
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    var (_, system, user, _) = request;
    return request is { Temperature: 0.0 } && (system + user) is { Length: <= 10_000 };
}
