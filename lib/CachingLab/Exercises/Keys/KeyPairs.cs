using CachingLab.Exams;

namespace CachingLab.Exercises.Keys;

/// <summary>Different requests for exercises that use a key but are not about keys.</summary>
internal static class KeyPairs
{
    private static readonly double[] Temperatures = [0.0, 1e-9, 0.1, 0.11, 0.7];

    /// <summary>Pairs of small requests that differ in one field. The temperature is 0 unless the pair differs in it.</summary>
    /// <param name="exam">Draws the texts: no two exams ask about the same requests.</param>
    public static IEnumerable<KeyPair> Of(Exam exam)
    {
        var sample = new LlmRequest("demo", "Be brief.", exam.Word());
        return RequestField.Plain
            .Select(f => new KeyFamily($"two requests that differ in {f.Name}", [f.Put(sample, exam.Word(4)), f.Put(sample, exam.Word(5))]))
            .Append(new KeyFamily("two requests that differ in Temperature", [.. Temperatures.Select(t => sample with { Temperature = t })]))
            .SelectMany(f => f.Pairs());
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
}
