using System.Text;
using System.Xml;
using System.Xml.Linq;
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

    public static string Console(GradeBook book, bool verbose = false)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ConsoleReport.Write(book, writer, verbose);
        return writer.ToString();
    }

    // The pages are well-formed XML on purpose: a tag that a text opened or closed would be seen here.
    public static XElement Xml(byte[] page)
    {
        using var stream = new MemoryStream(page);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader).Root!;
    }
}
