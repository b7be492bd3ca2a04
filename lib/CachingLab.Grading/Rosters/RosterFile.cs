using CachingLab.Grading.Records;

namespace CachingLab.Grading.Rosters;

/// <summary>Reads a class list: a CSV file with the columns <c>id</c> and <c>name</c>, or as Moodle and Canvas export it.</summary>
public static class RosterFile
{
    // In the order in which they are preferred.
    private static readonly string[] Ids = ["id", "student id", "id number", "identifier", "user id", "username", "login", "sis user id", "sis login id"];
    private static readonly string[] Names = ["name", "student", "full name", "student name", "learner"];
    private static readonly string[] Firsts = ["first name", "firstname", "given name"];
    private static readonly string[] Lasts = ["last name", "lastname", "surname", "family name"];

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">It is no class list; the message says in one line what is wrong.</exception>
    public static IReadOnlyList<RosterRow> Read(string file)
    {
        CsvTable table = CsvTable.Read(file);
        int id = Column(table, Ids);
        int name = Column(table, Names);
        int first = Column(table, Firsts);
        int last = Column(table, Lasts);
        if (id < 0 && name < 0 && last < 0)
            throw new InvalidDataException($"no column is called id or name; there are: {SafeText.Line(string.Join(", ", table.Header), 200)}");
        var rows = new Dictionary<string, (int Line, RosterRow Row)>(StringComparer.OrdinalIgnoreCase);
        foreach ((int line, IReadOnlyList<string> cells) in table.Rows)
        {
            string fullName = name >= 0 ? Cell(cells, name) : $"{Cell(cells, first)} {Cell(cells, last)}".Trim();
            string key = Cell(cells, id) is { Length: > 0 } own ? own : fullName;

            // Canvas has a row of its own for the points of each assignment.
            if (fullName.StartsWith("Points Possible", StringComparison.OrdinalIgnoreCase))
                continue;
            if (key.Length == 0)
                throw new InvalidDataException($"line {line}: there is neither an id nor a name");
            if (!rows.TryAdd(key, (line, new RosterRow(key, fullName.Length > 0 ? fullName : key, More(table, cells, [id, name])))))
                throw new InvalidDataException($"line {line}: {SafeText.Line(key, 60)} is in line {rows[key].Line} already: give each learner one line and an id");
        }

        return rows.Count == 0 ? throw new InvalidDataException("there is no learner below its first line") : [.. rows.Values.Select(r => r.Row)];
    }

    private static int Column(CsvTable table, string[] titles) => titles
        .Select(t => table.Header.ToList().FindIndex(h => h.Equals(t, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(i => i >= 0, -1);

    private static string Cell(IReadOnlyList<string> cells, int column) => column < 0 ? "" : cells.ElementAtOrDefault(column) ?? "";

    private static Dictionary<string, string> More(CsvTable table, IReadOnlyList<string> cells, int[] known) => table.Header
        .Select((title, i) => (Title: title, Index: i, Text: Cell(cells, i)))
        .Where(c => c.Title.Length > 0 && !known.Contains(c.Index))
        .DistinctBy(c => c.Title)
        .ToDictionary(c => c.Title, c => c.Text);
}
