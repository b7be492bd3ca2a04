using System.Reflection;

namespace CachingLab.Tests.Display;

public sealed class ShowTests : IDisposable
{
    private readonly ConsoleText console = new();

    public ShowTests() => FakeEngine.Seen.Clear();

    public void Dispose() => console.Dispose();

    [Fact]
    public void Outside_every_engine_the_text_is_printed()
    {
        Show.Html("<b>x</b>", "x");
        Assert.Equal("x\n", console.ToString());
    }

    [Fact]
    public void The_headless_runner_gets_both()
    {
        Show.Html("<b>x</b>", "x", [FakeEngine.Make("CachingLab.Worker", ("CachingLab.Worker.Running.NotebookOutput", typeof(HeadlessOutput)))]);
        Assert.Equal([["<b>x</b>", "x"]], FakeEngine.Seen);
        Assert.Equal("", console.ToString());
    }

    [Fact]
    public void A_type_of_that_name_in_another_assembly_is_not_the_headless_runner()
    {
        Show.Html("<b>x</b>", "x", [FakeEngine.Make("Other", ("CachingLab.Worker.Running.NotebookOutput", typeof(HeadlessOutput)))]);
        Assert.Equal("x\n", console.ToString());
    }

    [Fact]
    public void Dotnet_interactive_displays_what_its_HTML_makes()
    {
        Assembly engine = FakeEngine.Make(
            "Microsoft.DotNet.Interactive",
            ("Microsoft.DotNet.Interactive.Kernel", typeof(InteractiveKernel)),
            ("System.DisplayExtensions", typeof(InteractiveDisplay)));
        Show.Html("<b>x</b>", "x", [engine]);
        Assert.Equal([["<b>x</b>"], ["made of <b>x</b>", Array.Empty<string>()]], FakeEngine.Seen);
        Assert.Equal("", console.ToString());
    }

    [Theory]
    [InlineData("ClrKernel.Core.Primitives.DisplayValues", typeof(ClrKernelDisplay))]
    [InlineData("ClrKernel.Core.Primitives.DisplayDataEmitter", typeof(ClrKernelEmitter))]
    public void ClrKernel_gets_the_html(string type, Type methods)
    {
        Show.Html("<b>x</b>", "x", [FakeEngine.Make("ClrKernel.Core.Primitives", (type, methods))]);
        Assert.Equal([["<b>x</b>"]], FakeEngine.Seen);
        Assert.Equal("", console.ToString());
    }

    [Fact]
    public void Verso_gets_the_html_and_its_type()
    {
        Show.Html("<b>x</b>", "x", [FakeEngine.Make("Verso.Abstractions", ("Verso.Abstractions.DisplayExtensions", typeof(VersoDisplay)))]);
        Assert.Equal([["<b>x</b>", "text/html"]], FakeEngine.Seen);
        Assert.Equal("", console.ToString());
    }

    [Fact]
    public void An_engine_whose_method_changed_gets_the_text()
    {
        Assembly engine = FakeEngine.Make("ClrKernel.Core.Primitives", ("ClrKernel.Core.Primitives.DisplayValues", typeof(ChangedDisplay)));
        Show.Html("<b>x</b>", "x", [engine]);
        Assert.Equal("x\n", console.ToString());
    }

    [Fact]
    public void A_table_has_a_column_a_property_and_a_getter_that_throws_spoils_its_cell_only()
    {
        Show.Table([new Row("a", 1.5), new Row("long name", 20)]);
        Assert.Equal(
            """
            Name       Seconds  Broken
            ---------  -------  -----------------------
            a              1.5  (NotSupportedException)
            long name       20  (NotSupportedException)

            """.ReplaceLineEndings("\n"),
            console.ToString());
    }

    [Fact]
    public void A_table_of_derived_records_starts_with_the_base_fields()
    {
        Show.Table([new ExtendedLlmRequest("m", "s", "u") { TopP = 0.5 }]);
        Assert.StartsWith("Model  SystemPrompt  UserPrompt  Temperature  TopP  MaxTokens", console.ToString(), StringComparison.Ordinal);
        Assert.Contains(" 0.5       null  []", console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_plain_values_has_one_column()
    {
        Show.Table(["a\nb"]);
        Assert.Equal("Value\n-----\na b\n", console.ToString());
    }

    [Fact]
    public void A_sequence_that_throws_is_one_line()
    {
        Show.Table(Enumerable.Range(0, 1).Select<int, int>(_ => throw new IOException("gone")));
        Assert.Equal("The rows could not be shown: IOException: gone\n", console.ToString());
    }

    [Fact]
    public void Html_cells_are_encoded()
    {
        string html = CachingLab.Display.TableOf.Rows([new { Text = "<script>é" }]).ToHtml();
        Assert.Contains("&lt;script&gt;é", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    private sealed record Row(string Name, double Seconds)
    {
        public string Broken => throw new NotSupportedException(Name);
    }
}
