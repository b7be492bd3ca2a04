using CachingLab.Cli.Kernels;
using CachingLab.Worker.Protocol;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace CachingLab.Engine.Tests.Engines;

/// <summary>A kernel of .NET Interactive, in this process or behind a connection.</summary>
/// <param name="kernel">The kernel.</param>
internal sealed class KernelEngine(Kernel kernel)
{
    /// <summary>Runs a cell after all that ran before it.</summary>
    public async Task<CellOutcome> RunAsync(string id, string code)
    {
        KernelCommandResult result = await kernel.SendAsync(new SubmitCode(code));
        CommandFailed? failed = result.Events.OfType<CommandFailed>().LastOrDefault();
        return new CellOutcome(id, [.. result.Events.OfType<DisplayEvent>().Select(Of)], failed?.Message);
    }

    private static CellOutput Of(DisplayEvent shown) => EngineForms.Output(
        shown is StandardOutputValueProduced or StandardErrorValueProduced ? OutputKind.Printed : OutputKind.Shown,
        shown.FormattedValues.Select(v => KeyValuePair.Create(v.MimeType, v.Value)));
}
