using System.Text;
using System.Text.Json.Nodes;

namespace CachingLab.Notebooks.Tests;

public sealed class WriterTests : IDisposable
{
    // As VS Code writes, with what it adds on a run.
    private const string VsCode = """
        {
         "cells": [
          {
           "cell_type": "code",
           "execution_count": 3,
           "id": "ex-a",
           "metadata": {"tags": ["keep"]},
           "outputs": [],
           "source": [
            "int a = 1.50e1;\n",
            "// é"
           ],
           "zz_unknown": 1.0
          },
          {
           "cell_type": "markdown",
           "id": "m",
           "metadata": {},
           "source": []
          }
         ],
         "metadata": {"unknown": {"b": 1, "a": 2}},
         "nbformat": 4,
         "nbformat_minor": 5
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("notebooks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("\n", "", "")]
    [InlineData("\n", "\uFEFF", "\n")]
    [InlineData("\r\n", "\uFEFF", "\r\n\r\n")]
    [InlineData("\r\n", "", "")]
    public void A_changed_source_is_all_that_changes_in_the_file(string newLine, string bom, string end)
    {
        string text = bom + VsCode.ReplaceLineEndings(newLine) + end;
        Notebook notebook = Parse(text);
        Assert.Equal(Encoding.UTF8.GetBytes(text), NotebookWriter.ToBytes(notebook));
        Notebook edited = notebook.WithCell(0, notebook.Cells[0].WithSource("int a = 1;\n// 漢 😀\n"));
        string expected = text.Replace("int a = 1.50e1;", "int a = 1;", StringComparison.Ordinal)
            .Replace("\"// é\"", "\"// 漢 😀\\n\"", StringComparison.Ordinal);
        Assert.Equal(expected, Encoding.UTF8.GetString(NotebookWriter.ToBytes(edited)));
        Assert.Equal(text, Encoding.UTF8.GetString(NotebookWriter.ToBytes(edited.WithCell(0, edited.Cells[0].WithSource(notebook.Cells[0].Source)))));
    }

    [Fact]
    public void An_empty_source_grows_at_the_indent_of_the_file()
    {
        Notebook notebook = Parse(VsCode);
        string text = Samples.Text(notebook.WithCell(1, notebook.Cells[1].WithSource("a\nb")));
        Assert.Equal(VsCode.Replace("\"source\": []", "\"source\": [\n    \"a\\n\",\n    \"b\"\n   ]", StringComparison.Ordinal), text);
    }

    [Fact]
    public void An_added_cell_leaves_the_others_and_the_header_as_they_are()
    {
        Notebook notebook = Parse(VsCode);
        string text = Samples.Text(notebook.Insert(1, Cell.Code("new", "1")));
        const string Added =
            "  {\n   \"cell_type\": \"code\",\n   \"execution_count\": null,\n   \"id\": \"new\",\n   \"metadata\": {},\n"
            + "   \"outputs\": [],\n   \"source\": [\n    \"1\"\n   ]\n  },\n";
        Assert.Equal(VsCode, text.Replace(Added, "", StringComparison.Ordinal));
        Assert.Contains(Added, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_was_one_text_stays_one_text_on_one_line()
    {
        const string Compact = """{"cells":[{"cell_type":"code","source":"a","outputs":[]},{"cell_type":"code","source":["b"]}],"metadata":{},"nbformat":4,"nbformat_minor":2}""";
        Notebook notebook = Parse(Compact);
        notebook = notebook.WithCell(0, notebook.Cells[0].WithSource("x\n\"y\"")).WithCell(1, notebook.Cells[1].WithSource("c\nd"));
        string expected = Compact.Replace("\"a\"", "\"x\\n\\\"y\\\"\"", StringComparison.Ordinal)
            .Replace("[\"b\"]", "[\"c\\n\",\"d\"]", StringComparison.Ordinal);
        Assert.Equal(expected, Samples.Text(notebook));
    }

    [Fact]
    public void A_new_notebook_is_written_as_vs_code_writes()
    {
        string text = Samples.Text(Samples.Pristine);
        Assert.StartsWith(
            "{\n \"cells\": [\n  {\n   \"cell_type\": \"markdown\",\n   \"id\": \"title\",\n   \"metadata\": {},\n   \"source\": [\n    \"# A key",
            text, StringComparison.Ordinal);
        Assert.Contains("Café, 漢, 😀", text, StringComparison.Ordinal);
        Assert.EndsWith(" \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n", text, StringComparison.Ordinal);
        Assert.Equal(text, Encoding.UTF8.GetString(NotebookWriter.ToCanonicalBytes(Parse(text))));
    }

    [Fact]
    public void Outputs_are_stored_and_everything_else_is_kept()
    {
        Notebook notebook = Parse(VsCode);
        var output = new JsonArray(new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = new JsonArray("hi\n") });
        JsonObject json = Parse(Samples.Text(notebook.WithCell(0, notebook.Cells[0].WithOutputs(output, 7)))).Cells[0].ToJson();
        Assert.Equal("hi\n", (string)json["outputs"]![0]!["text"]![0]!);
        Assert.Equal(7, (int)json["execution_count"]!);
        Assert.Equal("1.0", json["zz_unknown"]!.ToJsonString());
    }

    [Fact]
    public void Writing_replaces_the_file_in_one_step_and_leaves_nothing_beside_it()
    {
        string path = Path.Combine(_folder, "deep", "a.ipynb");
        NotebookWriter.Write(Samples.Pristine, path);
        NotebookWriter.Write(Samples.Pristine.Insert(0, Cell.Code("x", "1")), path);
        Assert.Equal("x", NotebookReader.Read(path).Cells[0].Id);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
        Directory.CreateDirectory(Path.Combine(_folder, "taken.ipynb"));
        Assert.ThrowsAny<Exception>(() => NotebookWriter.Write(Samples.Pristine, Path.Combine(_folder, "taken.ipynb")));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    private static Notebook Parse(string text) => NotebookReader.Parse(Encoding.UTF8.GetBytes(text), "a.ipynb");
}
