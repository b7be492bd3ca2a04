using CachingLab.Exams;

namespace CachingLab.Exercises.Keys;

/// <summary>Different requests for exercises that use a key but are not about keys.</summary>
internal static class KeyPairs
{
    private static readonly double[] Temperatures = [0.0, 1e-9, 0.1, 0.11, 0.7];

    // Marks of paths, queries, comments and quotes, which may swallow the text beside them.
    private static readonly string[] Swallowing = ["/", "\\", "C:\\", "#", "?", "\"", "<!--", "\0", "\n"];

    /// <summary>Pairs of small requests that must not share a key, the most telling first. The temperature is 0 unless the pair differs in it.</summary>
    /// <param name="exam">Draws the texts: no two exams ask about the same requests.</param>
    public static IEnumerable<KeyPair> Of(Exam exam, int most)
    {
        var sample = new LlmRequest("demo", "Be brief.", exam.Word());
        IEnumerable<KeyPair> fields = RequestField.Plain
            .Select(f => new KeyFamily($"two requests that differ in {f.Name}", [f.Put(sample, exam.Word(4)), f.Put(sample, exam.Word(5))]))
            .Append(new KeyFamily("two requests that differ in Temperature", [.. Temperatures.Select(t => sample with { Temperature = t })]))
            .Concat(Swallowing.Select(mark => new KeyFamily(
                "two requests that differ in SystemPrompt",
                [.. ((string[])["Be kind.", "Be brief."]).Select(s => sample with { SystemPrompt = s, UserPrompt = mark + sample.UserPrompt })])))
            .SelectMany(f => f.Pairs());
        IEnumerable<KeyPair> cut = Boundaries.Of(exam, sample, RequestField.Plain, Separators.MostTelling(exam.Code), labels: false)
            .SelectMany(f => f.Pairs()).Where(p => p.First.Temperature == 0 && p.Second.Temperature == 0);

        // Takes some pairs of each family in turn, so that a few pairs cover all families.
        KeyPair[][] near = [.. LookAlikes.Of(exam).Select(f => f.In(RequestField.UserPrompt, sample).Pairs().Take(8).ToArray())];
        IEnumerable<KeyPair> inTurn = Enumerable.Range(0, 8).SelectMany(i => near.Where(f => i < f.Length).Select(f => f[i]));
        return fields.Concat(Mixed(cut, inTurn)).Take(most);
    }

    /// <summary>Enough requests to make a collision of 32-bit keys likely.</summary>
    public static KeySeries Many(Exam exam) => new(new LlmRequest("demo", "Be brief.", exam.Word(4)), 0, 100_000);

    /// <summary>Families of requests no two of which may share a key.</summary>
    public static IEnumerable<KeyFamily> Families(Exam exam)
    {
        var sample = new LlmRequest("demo", "Be brief.", exam.Word());
        return FieldChanges.Of(exam, sample)
            .Append(new KeyFamily("two temperatures that are close", [.. LookAlikes.Numbers(exam).Select(t => sample with { Temperature = t })]))
            .Concat(Boundaries.Of(exam, sample, RequestField.Plain, Separators.MostTelling(exam.Code), labels: true))
            .Concat(RequestField.Plain.SelectMany(f => LookAlikes.Of(exam).Select(t => t.In(f, sample))))
            .Concat(RequestField.Plain.SelectMany(f => LongTexts.Of(exam, sample, f, 5_000)));
    }

    private static IEnumerable<KeyPair> Mixed(IEnumerable<KeyPair> some, IEnumerable<KeyPair> others)
    {
        using IEnumerator<KeyPair> one = some.GetEnumerator();
        using IEnumerator<KeyPair> other = others.GetEnumerator();
        for (bool more = true; more;)
        {
            more = false;
            foreach (IEnumerator<KeyPair> next in (IEnumerator<KeyPair>[])[one, other])
            {
                if (!next.MoveNext())
                    continue;
                more = true;
                yield return next.Current;
            }
        }
    }
}
