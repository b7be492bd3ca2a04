using CachingLab.Notebooks.Answers;

namespace CachingLab.Notebooks.Tests;

public sealed class EngineLinesTests
{
    [Theory]
    [InlineData("#!time\nint a = 1;", "\nint a = 1;")]
    [InlineData("#!csharp\nint a = 1;\n  #!who\nint b = a;", "\nint a = 1;\n\nint b = a;")]
    [InlineData("#r \"x.dll\"\n#load \"b.csx\"\nint a = 1;", "\n\nint a = 1;")]
    public void A_line_for_the_engine_is_left_out_and_the_others_keep_their_numbers(string source, string left)
    {
        var lines = EngineLines.OfAnswer(source, "the answer");
        Assert.Equal(left, lines.Source);
        Assert.Equal("Lines that begin with #!, #r or #load are left out of the answer: only plain C# is graded.", Assert.Single(lines.Notes));
    }

    [Theory]
    [InlineData("#r \"nuget: Humanizer, 2.14.1\"\nint a = 1;", "\nint a = 1;")]
    [InlineData("#i \"nuget:https://example.org/v3/index.json\"\n#r \"nuget:Humanizer\"\nint a = 1;", "\n\nint a = 1;")]
    public void A_package_is_refused_in_one_line(string source, string left)
    {
        Assert.Equal(left, EngineLines.OfAnswer(source, "the answer").Source);
        Assert.Equal(
            "A line #r \"nuget: ...\" is left out of the answer: packages cannot be used here, only .NET and what the course brings.",
            Assert.Single(EngineLines.OfAnswer(source, "the answer").Notes));
        Assert.Equal(EngineLines.OfAnswer(source, "it"), EngineLines.OfCell(source, "it"), (a, b) => a.Source == b.Source && a.Notes.SequenceEqual(b.Notes));
    }

    [Fact]
    public void A_part_in_another_language_is_left_out_up_to_where_CSharp_comes_back()
    {
        var lines = EngineLines.OfAnswer("int a = 1;\n#!html\n<b>x</b>\n#!c#\nint b = 2;", "the answer");
        Assert.Equal("int a = 1;\n\n\n\nint b = 2;", lines.Source);
        Assert.Equal("What stands below #!html is left out of the answer: it is not C#.", lines.Notes[0]);
    }

    [Theory]
    [InlineData("int a = 1;")]
    [InlineData("string s = @\"\n#!time\n#r \"\"nuget: x\"\"\n\";")]
    [InlineData("/*\n#!html\n*/\n#nullable enable\n#region a\n#endregion\nint a = 1;")]
    public void Everything_else_stays(string source)
    {
        var lines = EngineLines.OfAnswer(source, "the answer");
        Assert.Same(source, lines.Source);
        Assert.Empty(lines.Notes);
    }

    [Theory]
    [InlineData("#!import ../lib/setup.csx", "#!import ../lib/setup.csx")]
    [InlineData("#r \"/x/y.dll\"\n#!time\nint a = 1;", "#r \"/x/y.dll\"\n\nint a = 1;")]
    public void A_cell_that_is_run_may_import_and_name_files(string source, string left) => Assert.Equal(left, EngineLines.OfCell(source, "it").Source);
}
