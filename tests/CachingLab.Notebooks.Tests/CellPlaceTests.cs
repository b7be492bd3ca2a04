
namespace CachingLab.Notebooks.Tests;

public sealed class CellPlaceTests
{
    [Theory]
    [InlineData("no heading at all", "01.ipynb, cell ex-a", "ex-a")]
    [InlineData("#hash is no heading\n#", "01.ipynb, cell ex-a", "ex-a")]
    [InlineData("```sh\n# a comment in code\n```", "01.ipynb, cell ex-a", "ex-a")]
    [InlineData("# Title\n\ntext", "01.ipynb, under \"Title\"", "under \"Title\"")]
    [InlineData("# Title\n\n## Write `Make`, *now*\ntext", "01.ipynb, under \"Write Make, now\"", "under \"Write Make, now\"")]
    [InlineData("## Break it: \"then serialize\"", "01.ipynb, under 'Break it: \"then serialize\"'", "under 'Break it: \"then serialize\"'")]
    public void A_cell_is_found_by_the_nearest_heading_above_it(string markdown, string place, string under)
    {
        var notebook = Notebook.Create("01", [Cell.Markdown("m", markdown), Cell.Code("c", "# not markdown"), Cell.Code("ex-a", ""), Cell.Markdown("n", "## Below")]);
        Assert.Equal((place, under), (CellPlace.Of(notebook, "ex-a"), CellPlace.Under(notebook, "ex-a")));
    }

    [Fact]
    public void A_cell_that_is_not_there_has_no_heading() =>
        Assert.Null(CellPlace.Heading(Notebook.Create("01", [Cell.Markdown("m", "## Here")]), "ex-a"));
}
