// answer: wrong
// fails: negative-zero
// misconception: Compares the text, in which -0.0 has a sign
using System.Globalization;
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = request.Temperature.ToString(CultureInfo.InvariantCulture) == "0";
    bool small = request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;
    return certain && small;
}
