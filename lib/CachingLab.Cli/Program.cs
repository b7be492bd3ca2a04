using System.CommandLine;
using System.Globalization;
using CachingLab.Cli.Commands;
using CachingLab.Exams;
using CachingLab.Grading.Isolation;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Releases;

namespace CachingLab.Cli;

/// <summary>The entry point of <c>lab</c>.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        // Reports are in English, and a record must not depend on the machine's language.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        RootCommand root = LabCommand.Create();
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,

            // Ending the child processes and removing their folders may take longer than the default two seconds.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
        };
        try
        {
            ParseResult parsed = root.Parse(args);
            if (BadUsage.Of(parsed) is { } problem)
            {
                await Console.Error.WriteLineAsync(problem);
                return ExitCode.BadInput;
            }

            return await parsed.InvokeAsync(configuration);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("stopped");
            return ExitCode.BadInput;
        }
        catch (Exception e) when (e is NotebookFormatException or SandboxUnavailableException or MachineFaultException or ReleaseException
            or IOException or UnauthorizedAccessException or ExamSeedException)
        {
            await Console.Error.WriteLineAsync(e.Message.ReplaceLineEndings(" "));
            return ExitCode.BadInput;
        }
    }
}
