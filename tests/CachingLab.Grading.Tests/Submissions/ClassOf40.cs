using CachingLab.Exams;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Tests.Submissions;

/// <summary>A made-up class of 40. Its answers are from the bank of known ones: one handed in nothing, one twice, one late.</summary>
/// <param name="course">The course; the bank lies in its tests.</param>
internal sealed class ClassOf40(CourseFolder course)
{
    private const int Count = 40;
    private const int HandedInNothing = 13;
    private const int HandedInTwice = 5;
    private const string Bank = "tests/CachingLab.Grading.Tests/KnownAnswers";
    private static readonly string[] Firsts = ["Ada", "Bo", "Zoë", "José María", "Łukasz", "Anna-Lena", "Cem", "林"];
    private static readonly string[] Lasts = ["Lovelace", "O'Brien", "de la Cruz", "Müller", "Aydın"];
    private readonly Dictionary<string, byte[]> contents = [];

    /// <summary>The learners.</summary>
    public IReadOnlyList<MadeLearner> Learners => field ??= [.. Enumerable.Range(1, Count).Select(Learner)];

    /// <summary>The notebooks as handed out, which every clone has.</summary>
    public IReadOnlyDictionary<string, byte[]> Pristine => field ??= Notebooks.ToDictionary(n => n.Name, NotebookWriter.ToBytes);

    /// <summary>The solved notebooks, which every clone has too.</summary>
    public IReadOnlyDictionary<string, byte[]> Solved => field ??= course.SolutionFiles()
        .Where(f => Pristine.ContainsKey(Path.GetFileNameWithoutExtension(f))).ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllBytes);

    /// <summary>The roster as CSV.</summary>
    public string Roster => "id,name,github\n" + string.Concat(Learners.Select(l => $"{l.Id},\"{l.Last}, {l.First}\",{l.Login}\n"));

    private IEnumerable<Notebook> Notebooks => course.Pristine.Where(n => CachingLab.Exercises.Course.PartOne.Has(n.Name) && CourseFolder.ExercisesOf(n.Name).Count > 0);

    private MadeLearner Learner(int number)
    {
        string[] names = [.. Pristine.Keys];
        string notebook = names[number % names.Length];
        var at = new DateTime(2026, 11, 2 + (number % 20), 10, 0, 0, DateTimeKind.Local);
        IReadOnlyList<MadeFile> files = number switch
        {
            HandedInNothing => [],
            HandedInTwice => [new(notebook, 0, Answered(notebook, "wrong", 0), at), new(notebook, 1, Answered(notebook, "right", 0), at.AddHours(2))],
            _ => [new(notebook, 0, Answered(notebook, number % 3 == 0 ? "wrong" : "right", number % 2), at)],
        };
        return new(number, Firsts[number % Firsts.Length], Lasts[number % Lasts.Length], files);
    }

    // The same few answers again and again: a class is graded once for all its layouts.
    private byte[] Answered(string name, string kind, int which)
    {
        string key = $"{name}/{kind}/{which}";
        if (contents.TryGetValue(key, out byte[]? known))
            return known;
        Notebook notebook = Notebooks.Single(n => n.Name == name);
        foreach (Exercise exercise in CourseFolder.ExercisesOf(name))
        {
            string answer = Directory.EnumerateFiles(Path.Combine(course.Root, Bank, exercise.Id), $"{kind}-*.csx").Order(StringComparer.Ordinal).ElementAt(which);
            notebook = notebook.WithCells(notebook.Cells.Select(c => c.Id == exercise.CellId ? c.WithSource(File.ReadAllText(answer)) : c));
        }

        return contents[key] = NotebookWriter.ToBytes(notebook);
    }
}
