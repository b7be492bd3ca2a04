string MakeCacheKeyTodo(LlmRequest request)
{
    var extended = (ExtendedLlmRequest)request;
    return Sha($"{extended.Model} {extended.Tools[0].Name} {extended.TopP}");
}
