using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using static CachingLab.Grading.Reports.Page.Html;

namespace CachingLab.Grading.Reports.Page;

/// <summary>The parts of a page around its content. A page needs no network, and a text in it is never markup.</summary>
internal sealed record PageFrame(string Title, string? Script = null)
{
    /// <summary>The generator that a page of feedback names, so that it is known again.</summary>
    public string? Generator { get; init; }

    /// <summary>
    /// Writes a page in UTF-8; the output stays open. The main content is written element by element, so that a large class is never held in memory as
    /// one tree.
    /// </summary>
    public void Write(Stream output, XElement header, Action<XmlWriter> main, XElement footer)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        text.Write("<!DOCTYPE html>\n");
        text.Flush();
        // The HTML is well-formed XML.
        using var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None });
        xml.WriteStartElement("html");
        xml.WriteAttributeString("lang", "en");
        string? script = Script is null ? null : Wrap(Script);
        WriteHead(xml, Wrap(Resource("page.css") + Resource("print.css")), script);
        xml.WriteStartElement("body");
        El("a", Class("skip"), Attr("href", "#main"), "Skip to the report").WriteTo(xml);
        header.WriteTo(xml);
        xml.WriteStartElement("main");
        xml.WriteAttributeString("id", "main");
        main(xml);
        xml.WriteFullEndElement();
        footer.WriteTo(xml);
        if (script is not null)
            WriteRaw(xml, "script", script);
        xml.WriteFullEndElement();
        xml.WriteFullEndElement();
    }

    private void WriteHead(XmlWriter xml, string style, string? script)
    {
        // Only the page's own style and script are allowed, whatever a learner's text contains.
        string scripts = script is null ? "" : $"script-src '{Hash(script)}'; ";
        string policy = $"default-src 'none'; style-src '{Hash(style)}'; {scripts}base-uri 'none'; form-action 'none'";
        xml.WriteStartElement("head");
        El("meta", Attr("charset", "utf-8")).WriteTo(xml);
        El("meta", Attr("http-equiv", "Content-Security-Policy"), Attr("content", policy)).WriteTo(xml);
        if (Generator is not null)
            El("meta", Attr("name", "generator"), Attr("content", Generator)).WriteTo(xml);
        El("meta", Attr("name", "viewport"), Attr("content", "width=device-width, initial-scale=1")).WriteTo(xml);
        El("meta", Attr("name", "color-scheme"), Attr("content", "light dark")).WriteTo(xml);
        El("title", Title).WriteTo(xml);
        WriteRaw(xml, "style", style);
        xml.WriteFullEndElement();
    }

    // An XML reader sees one CDATA section. A browser sees the marks as comments.
    private static string Wrap(string text) => $"/*<![CDATA[*/\n{text}/*]]>*/";

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void WriteRaw(XmlWriter xml, string element, string text)
    {
        xml.WriteStartElement(element);
        xml.WriteRaw(text);
        xml.WriteFullEndElement();
    }
}
