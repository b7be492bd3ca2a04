using CachingLab.Worker.Protocol;
using CachingLab.Worker.Running;

namespace CachingLab.Worker.StandIns;

public sealed class HtmlContent(string content) : IOwnOutput
{
    public override string ToString() => content;

    CellOutput? IOwnOutput.Output(OutputKind kind) => new(kind, content, content);
}
