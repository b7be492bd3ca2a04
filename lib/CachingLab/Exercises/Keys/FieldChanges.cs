using CachingLab.Exams;

namespace CachingLab.Exercises.Keys;

/// <summary>Requests that differ in one field, in families of which no two are the same.</summary>
internal static class FieldChanges
{
    // Words that collide in well-known checksums of 32 bits or fewer, alone or within a text.
    private static readonly string[] Checked =
    [
        "plumless", "buckeroo", "costarring", "liquid", "declinate", "macallums", "hetairas", "mentioner", "codding", "gnu", "creamwove", "quists",
        "Aa", "BB", "AaAa", "BBBB", "AaBB", "B@", "C#", "bdb", "cbc", "ad", "bc",
    ];

    /// <summary>The families for each field, with the other fields in several states.</summary>
    public static IEnumerable<KeyFamily> Of(Exam exam, LlmRequest sample)
    {
        double temperature = 1.5 + (exam.Random.Next(5) / 4.0);
        LlmRequest[] states =
        [
            sample, sample with { Temperature = 0.7 }, sample with { Temperature = -1 }, sample with { SystemPrompt = "" }, sample with { UserPrompt = "" },
            sample with { Model = "" }, sample with { SystemPrompt = exam.Word(400), UserPrompt = exam.Word(2_000), Temperature = temperature },
            sample with { Model = "gpt-4o-mini", SystemPrompt = "You are a helpful assistant.", UserPrompt = "Hello", Temperature = 1.0 },
        ];
        foreach (LlmRequest state in states)
        {
            foreach (RequestField field in RequestField.Plain)
                yield return In(field, state, ["one", exam.Word(4), exam.Word(9), "", "1", "2", exam.Word(30), $"{exam.Word()} {exam.Word()}"]);
            yield return new KeyFamily("two requests that differ in Temperature", [.. ((double[])[0.0, 0.5, 1.0, temperature, 7.0]).Select(t => state with { Temperature = t })]);
        }

        // A field must count beside a text that begins or ends with a mark too: a path, a comment or a quote may swallow its neighbour.
        IEnumerable<string> marks = Enumerable.Range(0, 128).Select(c => $"{(char)c}").Where(c => !char.IsAsciiLetterOrDigit(c[0]));
        foreach (string mark in marks.Concat(["//", "C:\\", "../", "<!--", "/*", "--", "${"]))
        {
            foreach (RequestField left in RequestField.Plain)
            {
                foreach (RequestField right in RequestField.Plain.Where(f => f != left))
                {
                    foreach (LlmRequest beside in (LlmRequest[])[left.Put(sample, mark + "x"), left.Put(sample, "x" + mark)])
                        yield return In(right, beside, ["one", "two"]);
                }
            }
        }

        string name = exam.Word(12);
        foreach (RequestField field in RequestField.Plain)
        {
            yield return In(field, sample, [.. Checked]);
            yield return In(field, sample, [.. Checked.Select(c => name + c + name)]);
            yield return In(field, sample, [.. Enumerable.Range(0, 60).Select(n => exam.Word(1 + n))]);
            yield return In(
                field,
                sample,
                ["a-model-with-a-long-name-2024-07-18", "a-model-with-a-long-name-2024-11-20", "a-model-with-a-long-name", "b-model-with-a-long-name", "a-model"]);
        }

        foreach (double t in (double[])[0.5, 0.7, 1.0])
            yield return new KeyFamily("two requests that differ in Temperature", [sample with { Temperature = t }, sample with { Temperature = Folded(t) }]);
        double[] temperatures = [0.0, 0.5, .. Enumerable.Range(1, 60).Select(i => i / 10.0), .. Enumerable.Range(1, 20).Select(i => -i / 4.0), 1e3, 1e6, 1e9, 1e18, 1e300];
        yield return new KeyFamily("two requests that differ in Temperature", [.. temperatures.Distinct().Select(t => sample with { Temperature = t })]);
    }

    // A number with the same hash code: flipping the same bit in both halves cancels out in double.GetHashCode.
    private static double Folded(double x) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) ^ 0x0010_0000_0010_0000);

    private static KeyFamily In(RequestField field, LlmRequest state, IReadOnlyList<string> texts) =>
        new($"two requests that differ in {field.Name}", [.. texts.Distinct(StringComparer.Ordinal).Select(t => field.Put(state, t))]);
}
