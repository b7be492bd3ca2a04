namespace CachingLab.Grading.Tests.Submissions;

/// <summary>A made-up learner and what was handed in.</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="First">The first name.</param>
/// <param name="Last">The last name.</param>
/// <param name="Files">The files, the older of two copies first.</param>
internal sealed record MadeLearner(int Number, string First, string Last, IReadOnlyList<MadeFile> Files)
{
    /// <summary>The number at the school.</summary>
    public string Id => $"s{Number:00}";

    /// <summary>The name at GitHub.</summary>
    public string Login => $"gh-{(char)('a' + (Number % 26))}{Number * 37 % 101:000}";

    /// <summary>The participant's number at Moodle.</summary>
    public int Participant => 41_000 + Number;

    /// <summary>The user's number at Canvas.</summary>
    public int User => 9_000 + (Number * 7);

    /// <summary>The name as Canvas puts it into a file's name.</summary>
    public string Sortable => string.Concat((Last + First).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}

/// <summary>A file that was handed in.</summary>
/// <param name="Notebook">The course notebook.</param>
/// <param name="Copy">0, or 1 for the second copy of a notebook.</param>
/// <param name="Content">The notebook's file.</param>
/// <param name="At">When it was handed in.</param>
internal sealed record MadeFile(string Notebook, int Copy, byte[] Content, DateTime At)
{
    /// <summary>Its name as a browser gives it to a second copy.</summary>
    public string Name => Copy == 0 ? $"{Notebook}.ipynb" : $"{Notebook} ({Copy}).ipynb";
}
