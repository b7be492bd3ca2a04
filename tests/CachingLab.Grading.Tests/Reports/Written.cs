using System.Text;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;

namespace CachingLab.Grading.Tests.Reports;

/// <summary>What a report wrote.</summary>
internal static class Written
{
    public static byte[] Bytes(Action<GradeBook, Stream> write, GradeBook book)
    {
        using var stream = new MemoryStream();
        write(book, stream);
        Assert.True(stream.CanWrite, "the report closed a stream that is not its own");
        return stream.ToArray();
    }

    public static string Text(Action<GradeBook, Stream> write, GradeBook book) => Encoding.UTF8.GetString(Bytes(write, book));

    public static string Console(GradeBook book)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ConsoleReport.Write(book, writer);
        return writer.ToString();
    }
}
