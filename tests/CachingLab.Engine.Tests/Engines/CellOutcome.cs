using CachingLab.Worker.Protocol;

namespace CachingLab.Engine.Tests.Engines;

/// <summary>What came of a cell.</summary>
/// <param name="Id">The cell's id.</param>
/// <param name="Outputs">What it showed, in order.</param>
/// <param name="Error">Why it failed, or null.</param>
internal sealed record CellOutcome(string Id, IReadOnlyList<CellOutput> Outputs, string? Error)
{
    /// <summary>All texts in order, a line each.</summary>
    public string Text => string.Join('\n', Outputs.Select(o => o.Text));

    /// <summary>All HTML in order, a line each.</summary>
    public string Html => string.Join('\n', Outputs.Select(o => o.Html).OfType<string>());
}
