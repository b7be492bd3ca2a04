namespace CachingLab.Cli.Tests;

/// <summary>How a call of <c>lab</c> ended.</summary>
internal sealed record LabEnd(int Code, string Output, string Errors)
{
    /// <summary>The one line on stderr; the test fails when it is not one.</summary>
    public string ErrorLine
    {
        get
        {
            Assert.EndsWith("\n", Errors, StringComparison.Ordinal);
            return Assert.Single(Errors.TrimEnd().Split('\n'));
        }
    }
}
