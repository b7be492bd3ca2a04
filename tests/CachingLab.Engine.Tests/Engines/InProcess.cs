using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.CSharp;

namespace CachingLab.Engine.Tests.Engines;

/// <summary>A session of .NET Interactive in this process, in a folder, with the C# kernel set up as the tool does.</summary>
internal sealed class InProcess : IDisposable
{
    private readonly string before = Directory.GetCurrentDirectory();
    private readonly CompositeKernel kernel = new();
    private readonly KernelEngine engine;

    public InProcess(string folder)
    {
        Directory.SetCurrentDirectory(folder);
        kernel.Add(new CSharpKernel().UseKernelHelpers().UseWho().UseValueSharing(), ["c#", "C#"]);
        kernel.UseImportMagicCommand();
        engine = new KernelEngine(kernel);
    }

    /// <summary>Runs a cell after all that ran before it.</summary>
    public Task<CellOutcome> RunAsync(string id, string code) => engine.RunAsync(id, code);

    public void Dispose()
    {
        kernel.Dispose();
        Directory.SetCurrentDirectory(before);
    }
}
