using System.Text;

namespace CachingLab.Notebooks.Tests;

public sealed class ReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("notebooks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData(" \n", "the file is empty")]
    [InlineData("{\n \"cells\": [,]}", "not JSON at line 2 column 12")]
    [InlineData("{\"cells\": [", "not JSON at line 1 column 12: the file ends in the middle")]
    [InlineData("{\"cells\": [\"a", "not JSON at line 1 column 14: the file ends in the middle")]
    [InlineData("{\n}\n}\n", "not JSON at line 3 column 1: '}' is invalid")]
    [InlineData("{\n<<<<<<< HEAD\n}", "git merge conflict")]
    [InlineData("{} x", "not JSON at line 1 column 4")]
    [InlineData("[]", "not a notebook because it is not a JSON object")]
    [InlineData("{}", "not a notebook because it does not say its nbformat")]
    [InlineData("{\"nbformat\":4}", "not a notebook because it has no list of cells")]
    [InlineData("{\"nbformat\":4,\"cells\":{}}", "not a notebook because its cells are not a list")]
    [InlineData("{\"nbformat\":4,\"cells\":[1]}", "not a notebook because its cell 1 is not a JSON object")]
    [InlineData("{\"nbformat\":4,\"cells\":[{}]}", "not a notebook because its cell 1 has no cell_type")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":[1]}]}", "the source of its cell 1")]
    [InlineData("{\"nbformat\":3,\"worksheets\":[]}", "nbformat 3")]
    [InlineData("{\"nbformat\":5,\"cells\":[]}", "only nbformat 4")]
    [InlineData("\0\u0001PK", "binary")]
    public void A_file_that_is_no_notebook_is_refused_in_one_line(string content, string reason)
    {
        var e = Assert.Throws<NotebookFormatException>(() => NotebookReader.Parse(Encoding.UTF8.GetBytes(content), "a.ipynb"));
        Assert.Contains(reason, e.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void Text_that_is_not_utf8_is_refused()
    {
        Assert.Throws<NotebookFormatException>(() => NotebookReader.Parse(new byte[] { (byte)'{', 0xC3, 0x28, (byte)'}' }));
        Assert.Contains("UTF-16", Assert.Throws<NotebookFormatException>(() => NotebookReader.Parse(new byte[] { 0xFF, 0xFE, 0x7B, 0 })).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_refused_and_nesting_of_outputs_is_not()
    {
        byte[] Nested(int depth) => Encoding.UTF8.GetBytes("{\"nbformat\":4,\"cells\":[],\"metadata\":" + new string('[', depth) + new string(']', depth) + "}");
        Assert.Empty(NotebookReader.Parse(Nested(100)).Cells);
        Assert.Contains("nested deeper", Assert.Throws<NotebookFormatException>(() => NotebookReader.Parse(Nested(205))).Reason, StringComparison.Ordinal);
        Assert.Throws<NotebookFormatException>(() => NotebookReader.Parse(Nested(1_000_000)));
    }

    [Fact]
    public void What_is_no_readable_file_is_refused()
    {
        Assert.Equal("is a folder, not a notebook file", Assert.Throws<NotebookFormatException>(() => NotebookReader.Read(_folder)).Reason);
        Assert.Equal("the file does not exist", Assert.Throws<NotebookFormatException>(() => NotebookReader.Read(Path.Combine(_folder, "no", "x.ipynb"))).Reason);
        string large = Path.Combine(_folder, "large.ipynb");
        using (FileStream file = File.Create(large))
            file.SetLength(NotebookReader.MaxBytes + 1);
        Assert.Contains("larger than 50 MB", Assert.Throws<NotebookFormatException>(() => NotebookReader.Read(large)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_name_given_twice_the_last_value_counts()
    {
        Notebook notebook = NotebookReader.Parse(
            """{"nbformat":3,"nbformat":4,"cells":[{"cell_type":"raw","cell_type":"code","source":"a","source":["b\r\n","c"],"x":1,"x":2}]}"""u8.ToArray());
        Assert.Equal("b\nc", notebook.Cells[0].Source);
        Assert.True(notebook.Cells[0].IsCode);
        Assert.Equal(2, (int)notebook.Cells[0].ToJson()["x"]!);
    }

    [Fact]
    public void A_verso_file_gives_the_same_cells()
    {
        Notebook verso = Samples.AsVerso(Samples.Pristine);
        Assert.Equal(NotebookFormat.Verso, verso.Format);
        Assert.Equal(Samples.Pristine.Cells.Select(c => (c.Type, c.Source)), verso.Cells.Select(c => (c.Type, c.Source)));
    }

    [Fact]
    public void Half_of_an_emoji_in_an_output_is_no_error_and_is_kept()
    {
        byte[] bytes = """{"nbformat":4,"cells":[{"cell_type":"code","source":"a\ud83d","outputs":["\ud83d é"]}]}"""u8.ToArray();
        Notebook notebook = NotebookReader.Parse(bytes).WithCells([Cell.Code("new", "1")]);
        Assert.Equal("a\ud83d", NotebookReader.Parse(bytes).Cells[0].Source);
        Notebook again = NotebookReader.Parse(NotebookWriter.ToBytes(notebook.WithCells([NotebookReader.Parse(bytes).Cells[0].WithId("x")])));
        Assert.Equal("\ud83d é", (string)again.Cells[0].ToJson()["outputs"]![0]!);
    }
}
