namespace CachingLab.Notebooks.Releases;

/// <summary>
/// The blocks of a solved exercise cell, between the lines <c>// &lt;solution&gt;</c> and <c>// &lt;/solution&gt;</c>;
/// in them, lines that begin with <c>//| </c> are the learner's stub.
/// </summary>
public static class SolutionBlocks
{
    private const string Begin = "// <solution>";
    private const string End = "// </solution>";
    private const string Stub = "//|";

    /// <summary>The cell's text as the learner gets it. Each problem is reported with its line, counted from 1.</summary>
    internal static string ToStub(string source, Action<int, string> problem)
    {
        var kept = new List<string>();
        int begun = 0;
        string[] lines = source.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line == Begin)
            {
                if (begun > 0)
                    problem(i + 1, $"a second `{Begin}` before the one of line {begun} has its `{End}`");
                begun = i + 1;
            }
            else if (line == End)
            {
                if (begun == 0)
                    problem(i + 1, $"`{End}` without a `{Begin}` above it");
                begun = 0;
            }
            else if (LooksLikeMarker(line))
            {
                problem(i + 1, $"write the marker as `{Begin}` or `{End}`, not `{line}`");
            }
            else if (IsStub(line))
            {
                if (begun == 0)
                    problem(i + 1, $"a stub line (`{Stub} `) outside of a `{Begin}` block");
                int indent = lines[i].IndexOf(Stub, StringComparison.Ordinal);
                kept.Add((lines[i][..indent] + StubText(line)).TrimEnd());
            }
            else if (begun == 0)
            {
                kept.Add(lines[i]);
            }
        }

        if (begun > 0)
            problem(begun, $"`{Begin}` without a `{End}` below it");
        return string.Join('\n', kept);
    }

    /// <summary>A solved cell's text without marker lines and stub lines, for a learner to read and paste.</summary>
    public static string ToSolution(string source) =>
        string.Join('\n', source.Split('\n').Where(l => l.Trim() is var line && line is not (Begin or End) && !IsStub(line)));

    /// <summary>Whether a text has any marker or stub line.</summary>
    internal static bool AnyIn(string source) =>
        source.Split('\n').Select(l => l.Trim()).Any(l => l is Begin or End || LooksLikeMarker(l) || IsStub(l));

    private static bool IsStub(string line) => line == Stub || line.StartsWith(Stub + " ", StringComparison.Ordinal);

    private static string StubText(string line) => line.Length > Stub.Length ? line[(Stub.Length + 1)..] : "";

    private static bool LooksLikeMarker(string line)
    {
        string bare = line.Replace(" ", "", StringComparison.Ordinal);
        return bare.Equals("//<solution>", StringComparison.OrdinalIgnoreCase) || bare.Equals("//</solution>", StringComparison.OrdinalIgnoreCase);
    }
}
