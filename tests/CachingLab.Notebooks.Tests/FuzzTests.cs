using System.Text;
using System.Text.Json.Nodes;
using CachingLab.Notebooks.Answers;
using CachingLab.Notebooks.Updates;
using CsCheck;

namespace CachingLab.Notebooks.Tests;

/// <summary>Whatever a file holds, it is read or refused; what is read is written back byte for byte.</summary>
public sealed class FuzzTests
{
    private const int Times = 1500;

    private static readonly byte[][] Files =
    [
        NotebookWriter.ToCanonicalBytes(Samples.Pristine),
        NotebookWriter.ToBytes(Samples.WithoutIds(Samples.Pristine)),
        NotebookWriter.ToBytes(Samples.AsVerso(Samples.Pristine)),
        Encoding.UTF8.GetBytes("\uFEFF" + Samples.Text(Samples.Pristine).ReplaceLineEndings("\r\n")),
    ];

    private static readonly Gen<byte[]> AnyFile = Gen.OneOf(Files);

    [Fact]
    public void A_truncated_file() =>
        Gen.Select(AnyFile, Gen.Double[0, 1], (f, part) => f[..(int)(f.Length * part)]).Sample(Holds, iter: Times, threads: 1);

    [Fact]
    public void A_file_with_flipped_bits() =>
        Gen.Select(AnyFile, Gen.Select(Gen.Double[0, 0.999], Gen.Int[0, 7]).Array[1, 8], (f, flips) =>
        {
            byte[] bytes = [.. f];
            foreach ((double at, int bit) in flips)
                bytes[(int)(at * bytes.Length)] ^= (byte)(1 << bit);
            return bytes;
        }).Sample(Holds, iter: Times, threads: 1);

    [Fact]
    public void A_file_with_parts_in_another_order() =>
        Gen.Select(AnyFile, Gen.Int[2, 40].SelectMany(n => Gen.Shuffle(Enumerable.Range(0, n).ToArray())), (f, order) =>
            order.SelectMany(i => f[(f.Length * i / order.Length)..(f.Length * (i + 1) / order.Length)]).ToArray()).Sample(Holds, iter: Times, threads: 1);

    [Fact]
    public void A_file_with_lines_in_another_order() =>
        Gen.Select(AnyFile, Gen.Int[0, 200], Gen.Int[0, 200], (f, a, b) =>
        {
            string[] lines = Encoding.UTF8.GetString(f).Split('\n');
            (lines[a % lines.Length], lines[b % lines.Length]) = (lines[b % lines.Length], lines[a % lines.Length]);
            return Encoding.UTF8.GetBytes(string.Join('\n', lines));
        }).Sample(Holds, iter: Times, threads: 1);

    [Fact]
    public void Random_json_in_the_shape_of_a_notebook()
    {
        Gen<string> scalar = Gen.OneOf(
            "null", "true", "-0", "1E400", "4", "\"\"", "\"code\"", "\"a\\r\\nb\"",
            "\"\\ud800\"", "\"é\\u0000\"", "[]", "{}", "[\"a\\n\",\"b\"]", "[1,[2]]");
        Gen<string> name = Gen.OneOf("cells", "cell_type", "type", "source", "id", "metadata", "nbformat", "nbformat_minor", "verso", "language", "worksheets", "x");
        Gen<string> cell = Gen.Select(name, scalar, (n, v) => $"\"{n}\":{v}").Array[0, 5].Select(p => "{\"cell_type\":\"code\"" + string.Concat(p.Select(x => "," + x)) + "}");
        Gen<string> cells = cell.Array[0, 4].Select(c => "\"cells\":[" + string.Join(" , ", c) + "]");
        Gen<string> property = Gen.OneOf(cells, cells, Gen.Select(name, scalar, (n, v) => $"\"{n}\" :{v}"));
        property.Array[0, 4].Select(p => Encoding.UTF8.GetBytes("{\"nbformat\":4" + string.Concat(p.Select(x => ",\n " + x)) + "}")).Sample(Holds, iter: Times, threads: 1);
    }

    [Fact]
    public void Random_bytes_and_brackets()
    {
        Gen.Byte.Array[0, 60].Sample(Holds, iter: Times, threads: 1);
        Gen.Int[1, 5000].Sample(n => Holds(Encoding.UTF8.GetBytes("{\"nbformat\":4,\"cells\":" + new string('[', n))), iter: 200, threads: 1);
        Gen.Int[1, 400].Sample(
            n => Holds(Encoding.UTF8.GetBytes("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"outputs\":" + new string('[', n) + new string(']', n) + "}]}")),
            iter: 200, threads: 1);
    }

    [Fact]
    public void Files_made_to_be_slow_are_read_repaired_and_merged_like_any_other()
    {
        string trap = string.Concat(Enumerable.Repeat("a MakeCacheKey(", 300));
        Notebook many = Notebook.Create("01-cache-key", Enumerable.Range(0, 3_000).Select(i => Cell.Code(i % 2 == 0 ? "same" : null, trap + i)));
        Notebook read = NotebookReader.Parse(NotebookWriter.ToBytes(many));
        Assert.StartsWith("No cell of this notebook", AnswerExtractor.Extract(read, Samples.Pristine, Samples.Declares).Notes[0], StringComparison.Ordinal);
        Assert.Equal(3_000 + Samples.Pristine.Cells.Count, Merger.Update(read, null, Samples.Pristine, Samples.Declares).Notebook.Cells.Count);
        Assert.False(CodeScan.Declares(string.Concat(Enumerable.Repeat("a F(", 2_000_000)), "F"));
        string quotes = new('"', 1_000_000);
        Assert.False(CodeScan.Declares(quotes + string.Concat(Enumerable.Repeat("x" + quotes[1..], 6)), "F"));
        byte[] crowded = NotebookWriter.ToBytes(many.WithCells(Enumerable.Repeat(Cell.Code(null, "1"), 10_001)));
        Assert.Contains("more than 10000 cells", Assert.Throws<NotebookFormatException>(() => NotebookReader.Parse(crowded)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_code_is_scanned_to_its_end_and_keeps_its_length() =>
        Gen.OneOf("\"", "'", "$", "@", "{", "}", "\\", "/", "*", "\n", "\"\"\"", "$\"{", "F", "(", ")", "string ", "#r ", "!a", "%b").Array[0, 40].Sample(parts =>
        {
            string code = string.Concat(parts);
            Assert.Equal(code.Length, CodeScan.Blank(code).Length);
            Assert.Equal(code.Count(c => c == '\n'), CodeScan.Blank(code).Count(c => c == '\n'));
            CodeScan.Declares(code, "F");
            CodeScan.FirstMagic(code);
        }, iter: Times, threads: 1);

    private static void Holds(byte[] bytes)
    {
        Notebook notebook;
        try
        {
            notebook = NotebookReader.Parse(bytes, "a.ipynb");
        }
        catch (NotebookFormatException e)
        {
            Assert.DoesNotContain('\n', e.Message);
            return;
        }

        Assert.Equal(bytes, NotebookWriter.ToBytes(notebook));
        DialectRules.Check(notebook);
        AnswerExtractor.Extract(notebook, Samples.Pristine, Samples.Declares);
        for (int i = 0; i < notebook.Cells.Count; i++)
        {
            const string Text = "new \"text\"\n\té 😀";
            Notebook edited = notebook.WithCell(i, notebook.Cells[i].WithSource(Text));
            Same(notebook, NotebookReader.Parse(NotebookWriter.ToBytes(edited)), i, Text);
        }

        Notebook longer = NotebookReader.Parse(NotebookWriter.ToBytes(notebook.WithCells([.. notebook.Cells, Cell.Code("new", "x")])));
        Same(notebook, longer, -1, "");
        Assert.Equal("x", longer.Cells[^1].Source);
    }

    private static void Same(Notebook before, Notebook after, int but, string text)
    {
        for (int i = 0; i < before.Cells.Count; i++)
        {
            if (i == but)
                Assert.Equal(text, after.Cells[i].Source);
            JsonObject a = before.Cells[i].ToJson(), b = after.Cells[i].ToJson();
            if (i == but)
            {
                a.Remove("source");
                b.Remove("source");
            }

            Assert.True(JsonNode.DeepEquals(a, b));
        }
    }
}
