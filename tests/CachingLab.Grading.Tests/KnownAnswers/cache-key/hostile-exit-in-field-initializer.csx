// answer: hostile
// ends: crashed
// attack: Ends the process while a field is initialized
using System;
using System.Security.Cryptography;
using System.Text.Json;
using CachingLab;

readonly int answer = ExitNow.Zero();

static class ExitNow
{
    public static int Zero()
    {
        Environment.Exit(0);
        return 0;
    }
}

string MakeCacheKey(LlmRequest request) => "0000000000000000000000000000000000000000" + answer;
