// answer: wrong
// fails: safe-key
// misses: lone-surrogates
// misconception: Returns the JSON itself: it shows the prompt and is no file name
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = JsonSerializer.Serialize(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, temperature });
    return text;
}
