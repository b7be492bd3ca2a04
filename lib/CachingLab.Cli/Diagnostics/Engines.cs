using CachingLab.Cli.Computer;
using CachingLab.Cli.Kernels;

namespace CachingLab.Cli.Diagnostics;

/// <summary>Examines the notebook engines. Each of them runs the course, and <c>lab</c> needs none.</summary>
internal static class Engines
{
    private static readonly (string Id, string Name, string For)[] Known =
    [
        ("ms-toolsai.jupyter", "Jupyter extension", $"runs .ipynb in VS Code on the kernel of {LabCall.Name} kernel, and on others"),
        ("ms-dotnettools.dotnet-interactive-vscode", "Polyglot Notebooks", "runs .ipynb in VS Code; Microsoft no longer develops it"),
        ("clrkernel.clrkernel-notebooks", "ClrKernel Notebooks", "brings the ClrKernel engine; .ipynb opens through the Jupyter extension"),
        ("datafication.verso-notebook", "Verso", "runs .ipynb in VS Code; set verso.preserveOriginalFormat to true"),
    ];

    /// <summary>Visual Studio Code's extensions.</summary>
    public static async Task<IReadOnlyList<Finding>> VsCodeAsync(Machine machine, string folder, CancellationToken cancellationToken)
    {
        string[] installed = [.. ExtensionFolders(machine.Home)];
        bool code = machine.Find("code") is not null;
        try
        {
            // The extensions' folders are enough in most cases; the command also knows other locations.
            if (installed.Length == 0 && code)
                installed = (await machine.AskAsync("code", ["--list-extensions"], folder, cancellationToken) ?? "").Split('\n');
        }
        catch (OperationCanceledException)
        {
            return [new(FindingState.Notice, "VS Code", "found, but it did not list its extensions in time")];
        }

        if (!code && installed.Length == 0)
            return [new(FindingState.Missing, "VS Code", "not found; it is one editor for notebooks among others", "get it from https://code.visualstudio.com")];
        return
        [
            .. Known.Select(k => installed.Any(i => i.Trim().StartsWith(k.Id, StringComparison.OrdinalIgnoreCase))
                ? new Finding(FindingState.Good, k.Name, $"VS Code extension {k.Id}")
                : new Finding(FindingState.Missing, k.Name, $"VS Code extension; {k.For}", $"code --install-extension {k.Id}")),
        ];
    }

    /// <summary>The engines' own commands.</summary>
    public static async Task<IReadOnlyList<Finding>> ToolsAsync(Machine machine, string folder, CancellationToken cancellationToken)
    {
        string tools = await machine.AskAsync("dotnet", ["tool", "list", "-g"], folder, cancellationToken) ?? "";
        return
        [
            Tool(
                "dotnet-interactive",
                ".NET Interactive",
                $"the engine's own command; {LabCall.Name} kernel does without it",
                "dotnet tool install -g Microsoft.dotnet-interactive"),
            Tool("clrkernel", "ClrKernel command", "an engine for Jupyter, and 'clrkernel run'", "dotnet tool install -g ClrKernel"),
            Tool("verso", "Verso command", "runs notebooks without an editor: 'verso run'", "dotnet tool install -g Verso.Cli"),
        ];

        Finding Tool(string command, string name, string what, string cure) =>
            machine.Find(command) is { } file ? new(FindingState.Good, name, file)
            : tools.Contains(command, StringComparison.OrdinalIgnoreCase)
                ? new(FindingState.Notice, name, "installed as a global tool, but not on the path: add ~/.dotnet/tools to it")
                : new(FindingState.Missing, name, what, cure);
    }

    /// <summary>Jupyter, and whether it has a kernel for C#.</summary>
    public static async Task<IReadOnlyList<Finding>> JupyterAsync(Machine machine, string folder, CancellationToken cancellationToken)
    {
        const string Topic = "Jupyter";
        if (machine.Find("jupyter") is null)
            return [new(FindingState.Missing, Topic, "opens notebooks in a browser", "pip install jupyterlab")];
        string kernels = await machine.AskAsync("jupyter", ["kernelspec", "list"], folder, cancellationToken) ?? "";
        return kernels.Contains("net-csharp", StringComparison.OrdinalIgnoreCase) || kernels.Contains("clrkernel", StringComparison.OrdinalIgnoreCase)
            ? [new(FindingState.Good, Topic, "found, with a kernel for C#")]
            : [new(FindingState.Notice, Topic, "found, but without a kernel for C#", $"{LabCall.Name} kernel")];
    }

    /// <summary>Whether the notebooks' kernel is registered and its program exists, in each folder in which editors look for kernels.</summary>
    public static IReadOnlyList<Finding> Kernels(Machine machine, IReadOnlyList<string> folders) => [.. folders.Select(f => Kernel(machine, f))];

    private static Finding Kernel(Machine machine, string folder)
    {
        const string Topic = "notebook kernel";
        string install = $"{LabCall.Name} kernel";
        if (KernelSpec.Read(folder) is not { } spec)
            return new(FindingState.Missing, Topic, $"no {KernelSpec.Name} in {folder}: the Jupyter extension of VS Code runs the notebooks on it", install);
        if (Lost(machine, spec) is { } lost)
            return new(FindingState.Notice, Topic, $"{spec.File} points to {lost}, which is not there", spec.Own ? install : install + " --force");
        return new(FindingState.Good, Topic, spec.Own ? spec.File : $"{spec.File}, of another program; {KernelInstaller.Starts(spec)}");
    }

    /// <summary>The missing file or tool of a kernelspec's command, or null.</summary>
    private static string? Lost(Machine machine, KernelSpec spec) => spec.Arguments switch
    {
        [] => "no command",
        [var program, ..] when !There(machine, program) => program,
        ["dotnet", "interactive", ..] when machine.Find("dotnet-interactive") is null => "the global tool dotnet-interactive",
        _ => spec.Arguments.FirstOrDefault(a => a.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && Path.IsPathRooted(a) && !File.Exists(a)),
    };

    private static bool There(Machine machine, string program) => Path.IsPathRooted(program) ? File.Exists(program) : machine.Find(program) is not null;

    private static IEnumerable<string> ExtensionFolders(string home)
    {
        if (!Directory.Exists(home))
            return [];
        return Directory.EnumerateDirectories(home, ".vscode*")
            .Select(f => Path.Combine(f, "extensions")).Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .Select(f => Path.GetFileName(f));
    }
}
