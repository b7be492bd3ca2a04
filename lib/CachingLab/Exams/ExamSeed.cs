using System.Globalization;

namespace CachingLab.Exams;

/// <summary>The seed of the random inputs: the same seed draws the same inputs.</summary>
public static class ExamSeed
{
    /// <summary>The variable's name; its value is a whole number.</summary>
    public const string Variable = "LAB_SEED";

    /// <summary>The number in the variable, or null when it is not set.</summary>
    /// <exception cref="ExamSeedException">The value is not a whole number.</exception>
    public static int? Asked()
    {
        string? given = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrWhiteSpace(given))
            return null;
        return int.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seed)
            ? seed
            : throw new ExamSeedException($"{Variable} is '{CodeText.FirstLine(CodeText.Visible(given))}': set it to a whole number, or remove it.");
    }

    /// <summary>Draws a seed for an exam that is given none.</summary>
    public static int Draw() => Random.Shared.Next(1_000_000);
}

/// <summary>The seed in the environment cannot be used; the message says why in one line.</summary>
public sealed class ExamSeedException(string message) : FormatException(message);
