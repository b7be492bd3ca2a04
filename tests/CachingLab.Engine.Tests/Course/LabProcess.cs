using System.Diagnostics;

namespace CachingLab.Engine.Tests.Course;

/// <summary>The built <c>lab</c> as a process of its own.</summary>
internal static class LabProcess
{
    public static Process Start(params IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo("dotnet", [Repository.Lab, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>Runs it to its end, and returns what it printed.</summary>
    public static async Task<string> RunAsync(params IEnumerable<string> arguments)
    {
        using Process process = Start(arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output.Length > 0 ? output : throw new InvalidOperationException(await errors);
    }
}
