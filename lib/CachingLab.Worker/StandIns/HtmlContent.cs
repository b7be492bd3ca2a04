namespace CachingLab.Worker.StandIns;

/// <summary>HTML that a cell made.</summary>
/// <param name="content">The HTML.</param>
public sealed class HtmlContent(string content)
{
    public override string ToString() => content;
}
