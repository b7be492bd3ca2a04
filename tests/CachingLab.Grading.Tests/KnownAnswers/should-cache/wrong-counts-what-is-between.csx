// answer: wrong
// fails: limit-is-included
// misconception: Joins the prompts to measure them, and counts the line breaks between them
using System.Linq;
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = request.Temperature == 0.0;
    bool small = string.Join("\n\n", new[] { request.SystemPrompt, request.UserPrompt }.Where(p => p.Length > 0)).Length <= 10_000;
    return certain && small;
}
