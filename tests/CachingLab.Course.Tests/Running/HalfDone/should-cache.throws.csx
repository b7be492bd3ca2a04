bool ShouldCache(LlmRequest request)
{
    decimal temperature = decimal.Parse(request.Temperature.ToString("R"));
    return temperature == 0 && request.UserPrompt.Substring(0, 10_000).Length <= 10_000;
}
