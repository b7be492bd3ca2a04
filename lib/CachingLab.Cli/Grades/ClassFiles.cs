using CachingLab.Grading.Records;
using CachingLab.Grading.Rosters;

namespace CachingLab.Cli.Grades;

/// <summary>The files that say who is in a class and how it is marked.</summary>
/// <param name="Roster">The class list, or null.</param>
/// <param name="Grading">The grading scheme, or null for the one beside the roster.</param>
internal sealed record ClassFiles(string? Roster = null, string? Grading = null)
{
    /// <summary>Reads the files. A book that is given them has a row for everybody on the roster.</summary>
    /// <exception cref="IOException">A file cannot be read; the message says why in one line.</exception>
    public Func<GradeBook, GradeBook> Read()
    {
        IReadOnlyList<RosterRow>? rows = Read("--roster", Roster, RosterFile.Read);
        GradingScheme? scheme = Read("--grading", Grading ?? Beside(Roster), GradingFile.Read);
        return book => book with { Roster = rows ?? book.Roster, Scheme = scheme ?? book.Scheme };
    }

    private static string? Beside(string? roster) =>
        roster is not null && Path.Combine(Path.GetDirectoryName(Path.GetFullPath(roster))!, GradingFile.DefaultName) is var file && File.Exists(file) ? file : null;

    private static T? Read<T>(string option, string? file, Func<string, T> read)
        where T : class
    {
        try
        {
            return file is null ? null : read(file);
        }
        catch (FileNotFoundException e)
        {
            throw new IOException($"{option} {file}: there is no such file", e);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new IOException($"{option} {file}: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }
}
