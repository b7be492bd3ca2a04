using CachingLab.Cli.Computer;

namespace CachingLab.Cli.Kernels;

/// <summary>Registers and removes the notebooks' kernel for editors.</summary>
/// <param name="root">The repository's root.</param>
/// <param name="machine">The computer.</param>
/// <param name="folders">The folders in which editors look for kernels.</param>
internal sealed class KernelInstaller(string root, Machine machine, IReadOnlyList<string> folders)
{
    // The suffix of a copy of the former kernelspec.
    private const string Kept = ".kept";

    /// <summary>Restores the tool and writes the kernelspec.</summary>
    /// <param name="force">Whether to replace a kernelspec of another program.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was done, in lines.</returns>
    /// <exception cref="IOException">A file cannot be changed or the tool cannot be restored.</exception>
    public async Task<IReadOnlyList<string>> InstallAsync(bool force, CancellationToken cancellationToken)
    {
        EngineTool tool = EngineTool.Pinned(root);
        if (!force && Specs().FirstOrDefault(s => !s.Own) is { } foreign)
            throw new IOException(
                $"{foreign.File} is there, and another program wrote it; {Starts(foreign)}. To replace it and keep a copy: {LabCall.Name} kernel --force");
        IReadOnlyList<string> command = await tool.RestoreAsync(machine, cancellationToken);
        string[] arguments = [.. command, "jupyter", "--default-kernel", "csharp", "{connection_file}", "--http-port-range", "2048-3000"];
        return
        [
            $"Restored the tool {tool.Package} {tool.Version}.",
            .. folders.SelectMany(f => Write(new KernelSpec(KernelSpec.FileIn(f), arguments, Own: true))),
            $"It starts {command[^1]}",
            "In VS Code with the Jupyter extension, choose the kernel '.NET (C#)' under 'Jupyter Kernel...'.",
            $"To undo this: {LabCall.Name} kernel --remove",
        ];
    }

    /// <summary>Removes what <see cref="InstallAsync"/> wrote, and nothing else.</summary>
    /// <returns>What was done, in lines.</returns>
    /// <exception cref="IOException">A file cannot be changed or the tool cannot be restored.</exception>
    public IReadOnlyList<string> Remove()
    {
        var done = new List<string>();
        foreach (KernelSpec spec in Specs())
        {
            if (!spec.Own)
            {
                done.Add($"Left {spec.File}: another program wrote it.");
                continue;
            }

            File.Delete(spec.File);
            done.Add($"Removed {spec.File}");
            if (File.Exists(spec.File + Kept))
            {
                File.Move(spec.File + Kept, spec.File);
                done.Add("Put back the one that was there before.");
            }

            string folder = Path.GetDirectoryName(spec.File)!;
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }

        if (done.Count == 0)
            done.Add($"There is no kernel {KernelSpec.Name} in {string.Join(" or ", folders)}.");
        else if (done.Any(d => d.StartsWith("Removed", StringComparison.Ordinal)))
            done.Add("The tool itself stays in NuGet's package folder.");
        return done;
    }

    /// <summary>A kernelspec's command in words.</summary>
    /// <param name="spec">The kernelspec.</param>
    public static string Starts(KernelSpec spec) =>
        spec.Arguments.Count == 0 ? "it names no command" : $"it starts '{string.Join(' ', spec.Arguments.TakeWhile(a => a != "{connection_file}"))}'";

    private IEnumerable<KernelSpec> Specs() => folders.Select(KernelSpec.Read).OfType<KernelSpec>();

    private static IEnumerable<string> Write(KernelSpec spec)
    {
        bool there = File.Exists(spec.File);
        string? copy = null;
        try
        {
            if (there && KernelSpec.Read(Path.GetDirectoryName(Path.GetDirectoryName(spec.File))!) is { Own: false })
                File.Copy(spec.File, copy = spec.File + Kept, overwrite: true);
            spec.Write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"the kernelspec cannot be written: {e.Message}", e);
        }

        yield return $"{(there ? "Updated" : "Wrote")} the kernelspec {spec.File}";
        if (copy is not null)
            yield return $"What was there is kept in {copy}";
    }
}
