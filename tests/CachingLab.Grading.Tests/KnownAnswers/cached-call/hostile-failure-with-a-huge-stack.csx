// answer: hostile
// ends: failed
// attack: Wraps a failure a thousand times in exceptions of its own types, with data that cannot be copied
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using CachingLab;
using Microsoft.Extensions.Logging;

class OddException(Exception inner) : Exception("odd", inner)
{
    public override string Message => throw new InvalidOperationException("no message for you");

    public override string ToString() => throw new InvalidOperationException("no text for you");
}

Task<string> CachedCallAsync(ILlmCache cache, LlmRequest request, ILlmClient llm, ILogger logger)
{
    Exception odd = new OddException(new Exception("innermost"));
    for (int i = 0; i < 1000; i++)
        odd = new OddException(odd);
    throw odd;
}
