using CachingLab.Grading.Records;
using CachingLab.Notebooks;

namespace CachingLab.Cli.Grades;

/// <summary>A requested report and its target. A file holds either the whole report or its former content.</summary>
/// <param name="Option">The option that requests it.</param>
/// <param name="Target">The file, or <c>-</c> for stdout.</param>
/// <param name="Report">Writes the report.</param>
internal sealed record ReportFile(string Option, string Target, Action<GradeBook, Stream> Report)
{
    /// <summary>Whether the report goes to stdout.</summary>
    public bool IsOutput => Target == "-";

    /// <summary>Checks that the reports can be written, before the grading.</summary>
    /// <exception cref="IOException">A report cannot be written; the message says why in one line.</exception>
    public static void Check(IReadOnlyList<ReportFile> reports)
    {
        foreach (ReportFile report in reports)
        {
            string place = report.IsOutput ? "-" : Path.GetFullPath(report.Target);
            if (reports.FirstOrDefault(r => r != report && (r.IsOutput ? "-" : Path.GetFullPath(r.Target)) == place) is { } other)
                throw new IOException($"{report.Option} and {other.Option} both go to {report.Target}: give each report a place of its own");
            if (!report.IsOutput)
                report.CheckFile();
        }
    }

    /// <summary>Writes the report.</summary>
    /// <exception cref="IOException">The report cannot be written.</exception>
    public void Write(GradeBook book)
    {
        if (IsOutput)
        {
            using Stream output = Console.OpenStandardOutput();
            Report(book, output);
            return;
        }

        string file = RealFile();
        if (IsDevice(file))
        {
            using FileStream device = new(file, FileMode.Open, FileAccess.Write);
            Report(book, device);
            return;
        }

        AtomicFile.Write(file, stream => Report(book, stream));
    }

    // Devices cannot be replaced by a finished file: /dev/null, /dev/fd/63, and on Windows NUL, whose full path is \\.\NUL.
    private static bool IsDevice(string file) => file.StartsWith(OperatingSystem.IsWindows() ? @"\\.\" : "/dev/", StringComparison.Ordinal);

    private string RealFile()
    {
        string file = Path.GetFullPath(Target);
        var info = new FileInfo(file);
        return IsDevice(file) || info.LinkTarget is null ? file : info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file;
    }

    private void CheckFile()
    {
        string? problem = null;
        try
        {
            string file = RealFile();
            if (Directory.Exists(file))
            {
                problem = "this is a folder: name a file";
            }
            else if (!IsDevice(file) && !Directory.Exists(Path.GetDirectoryName(file)))
            {
                problem = "the folder does not exist: create it first";
            }
            else if (!IsDevice(file))
            {
                if (File.Exists(file))
                    new FileStream(file, FileMode.Open, FileAccess.Write).Dispose();
                string draft = $"{file}.{Guid.NewGuid():N}.tmp";
                new FileStream(draft, FileMode.CreateNew, FileAccess.Write).Dispose();
                File.Delete(draft);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = e.Message.ReplaceLineEndings(" ");
        }

        if (problem is not null)
            throw new IOException($"{Option} {Target}: the report cannot be written: {problem}");
    }
}
