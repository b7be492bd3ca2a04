string MakeCacheKey(LlmRequest request)
{
    string glued = $"{request.Model}|{request.SystemPrompt}|{request.UserPrompt}|{request.Temperature}";
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(glued)));
}
