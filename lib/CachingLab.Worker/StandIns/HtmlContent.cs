using CachingLab.Worker.Protocol;
using CachingLab.Worker.Running;

namespace CachingLab.Worker.StandIns;

/// <summary>HTML of a cell.</summary>
/// <param name="content">The HTML.</param>
public sealed class HtmlContent(string content) : IOwnOutput
{
    public override string ToString() => content;

    CellOutput? IOwnOutput.Output(OutputKind kind) => new(kind, content, content);
}
