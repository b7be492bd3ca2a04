using System.Diagnostics;

namespace CachingLab.Cli.Tests;

/// <summary>The built <c>lab</c> as a process of its own.</summary>
internal static class Lab
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "lab.dll");

    public static Process Start(string folder, params string[] arguments) => Start(folder, (Name: "NO_COLOR", Value: "1"), arguments);

    public static Process Start(string folder, (string Name, string Value) variable, params string[] arguments) => Start(folder, [variable], arguments);

    public static Process Start(string folder, IEnumerable<(string Name, string Value)> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        foreach ((string name, string value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Grades with time to spare: a busy machine must not turn a right answer into a slow one.</summary>
    public static Task<LabEnd> GradeAsync(string folder, params string[] arguments) =>
        RunAsync(folder, ["grade", "--seconds", "120", .. arguments]);

    public static Task<LabEnd> RunAsync(string folder, params string[] arguments) => RunAsync(Start(folder, arguments));

    /// <summary>Waits for a started process, and takes what it prints.</summary>
    public static async Task<LabEnd> RunAsync(Process started)
    {
        using Process process = started;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new LabEnd(process.ExitCode, await output, await errors);
    }
}

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
