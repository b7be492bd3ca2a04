using System.Text;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Tests.Submissions;

/// <summary>Copies of the course's notebook 06 with another answer to its short exercise, and none to its long one.</summary>
internal static class CopiedNotebook
{
    public const string Right =
        "bool ShouldCache(LlmRequest r) => r.Temperature == 0 && r.SystemPrompt.Length + r.UserPrompt.Length <= 10_000;";
    public const string Wrong = "bool ShouldCache(LlmRequest r) => true;";
    public const string Broken = "bool ShouldCache(LlmRequest r) => nonsense;";

    public static CourseFolder Course { get; } = CourseFolder.Find(AppContext.BaseDirectory);

    public static byte[] Bytes(string answer)
    {
        Notebook pristine = Course.Pristine.Single(n => n.Name == "06-cache-policy");
        return NotebookWriter.ToBytes(pristine.WithCells(pristine.Cells.Select(c => c.Id == "ex-should-cache" ? c.WithSource(answer) : c)));
    }

    public static string Text(string answer) => Encoding.UTF8.GetString(Bytes(answer));
}
