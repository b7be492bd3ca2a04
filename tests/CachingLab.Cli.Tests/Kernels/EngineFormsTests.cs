using CachingLab.Cli.Kernels;
using CachingLab.Worker.Protocol;

namespace CachingLab.Cli.Tests.Kernels;

public sealed class EngineFormsTests
{
    [Theory]
    [InlineData("<div class=\"dni-plaintext\"><pre>[ 1, &lt;null&gt; ]</pre></div><style>\n.dni { }\n</style>", "[ 1, <null> ]", false)]
    [InlineData("<table><thead><tr><th>Request</th><th>Key</th></tr></thead><tr><td>A &amp; B</td><td>8A<br>4F</td></tr></table>", "Request  Key\nA & B  8A\n4F", true)]
    [InlineData("<div style=\"x\"><div><b>The key</b>: met</div><td>not run<div>why</div></td></div>", "The key: met\nnot run\nwhy", true)]
    [InlineData("<STYLE>b { }</STYLE><script>\nrun();\n</script><p>said</p>", "said", true)]
    public void Html_alone_becomes_text_that_a_terminal_can_show(string html, string text, bool rich)
    {
        CellOutput output = EngineForms.Output(OutputKind.Shown, [new("text/html", html)]);
        Assert.Equal(new CellOutput(OutputKind.Shown, text, rich ? html : null), output);
    }

    [Fact]
    public void A_text_that_the_engine_gives_is_kept() => Assert.Equal(
        new CellOutput(OutputKind.Value, "one", "<b>one</b>"),
        EngineForms.Output(OutputKind.Value, [new("text/plain", "one"), new("text/html", "<b>one</b>"), new("text/plain", "two")]));

    [Fact]
    public void What_has_no_form_is_empty() => Assert.Equal(new CellOutput(OutputKind.Value, ""), EngineForms.Output(OutputKind.Value, []));
}
