using System.IO.Compression;
using System.Text;
using CachingLab.Grading.Submissions;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Tests.Submissions;

/// <summary>Zips of notebooks, and what is read of them.</summary>
internal static class PackedZip
{
    /// <summary>Packs files: those that are comments are the answer in a notebook, others the whole content.</summary>
    public static string Write(string zip, params (string Name, string Answer)[] files)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(zip)!);
        using ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Create);
        foreach ((string name, string answer) in files)
            Add(archive, name, answer, 2026);
        return zip;
    }

    /// <summary>Packs files as they are.</summary>
    public static string Write(string zip, params (string Name, byte[] Content)[] files)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(zip)!);
        using ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Create);
        foreach ((string name, byte[] content) in files)
        {
            using Stream stream = archive.CreateEntry(name).Open();
            stream.Write(content);
        }

        return zip;
    }

    public static void Add(ZipArchive archive, string name, string answer, int year)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using Stream stream = entry.Open();
        stream.Write(answer.StartsWith("//", StringComparison.Ordinal) ? CopiedNotebook.Bytes(answer) : Encoding.UTF8.GetBytes(answer));
    }

    /// <summary>The submissions that an argument means, each with its answer or the reason why it cannot be graded.</summary>
    public static (string Path, string Answer)[] Rows(string argument)
    {
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([argument]);
        return [.. set.Select(s => (s.Path, Answer(s)))];
    }

    private static string Answer(FoundSubmission submission)
    {
        try
        {
            return submission.Read().Notebook.Find("ex-should-cache")?.Source ?? "";
        }
        catch (NotebookFormatException e)
        {
            return e.Reason;
        }
    }
}
