// answer: wrong
// fails: zero-temperature
// misconception: Compares with the text that the source code shows, but a double writes no point and zero
using System.Globalization;
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = request.Temperature.ToString(CultureInfo.InvariantCulture) == "0.0";
    bool small = request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;
    return certain && small;
}
