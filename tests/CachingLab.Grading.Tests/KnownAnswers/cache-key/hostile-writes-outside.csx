// answer: hostile
// ends: passed
// portable: no, it reaches every file that the grader may write
// attack: Writes files outside its folder: temporary and user folders, every folder above it and the course's own; the answer itself is right
using System;
using System.IO;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading;
using CachingLab;

int tried;

string MakeCacheKey(LlmRequest request)
{
    if (Interlocked.Exchange(ref tried, 1) == 0)
        WriteEverywhere();
    return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature + 0.0 })));
}

void WriteEverywhere()
{
    string?[] starts = [Directory.GetCurrentDirectory(), AppContext.BaseDirectory, Environment.GetEnvironmentVariable("HOME"),
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Path.GetTempPath(), "/tmp", "/var/tmp", "/dev/shm", "/root", "/home"];
    foreach (string? start in starts)
    {
        for (DirectoryInfo? folder = string.IsNullOrEmpty(start) ? null : new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            try
            {
                File.WriteAllText(Path.Combine(folder.FullName, "cachinglab-escape-" + Environment.ProcessId), "a hostile answer wrote this: delete it");
            }
            catch (Exception)
            {
                // Not allowed, as it should be.
            }
        }
    }
}
