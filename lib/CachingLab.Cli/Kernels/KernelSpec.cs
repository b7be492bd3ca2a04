using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CachingLab.Notebooks;

namespace CachingLab.Cli.Kernels;

/// <summary>A kernelspec: the file that tells Jupyter and VS Code how to start a kernel.</summary>
/// <param name="File">The file.</param>
/// <param name="Arguments">The command that starts the kernel.</param>
/// <param name="Own">Whether <c>lab kernel</c> wrote it.</param>
internal sealed record KernelSpec(string File, IReadOnlyList<string> Arguments, bool Own)
{
    /// <summary>The kernel that the notebooks name.</summary>
    public const string Name = ".net-csharp";

    private const string Mark = "cachinglab";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file of the notebooks' kernel.</summary>
    /// <param name="folder">A folder in which editors look for kernels.</param>
    public static string FileIn(string folder) => Path.Combine(folder, Name, "kernel.json");

    /// <summary>Reads the kernelspec in a folder; null when there is none. A damaged one has no command and counts as another program's.</summary>
    /// <param name="folder">A folder in which editors look for kernels.</param>
    public static KernelSpec? Read(string folder)
    {
        string file = FileIn(folder);
        if (!System.IO.File.Exists(file))
            return null;
        try
        {
            JsonNode? spec = JsonNode.Parse(System.IO.File.ReadAllBytes(file));
            string[] arguments = [.. spec?["argv"]?.AsArray().Select(a => (string?)a ?? "") ?? []];
            return new KernelSpec(file, arguments, spec?["metadata"]?[Mark] is not null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new KernelSpec(file, [], Own: false);
        }
    }

    /// <summary>Writes the kernelspec, with the names that the tool's own <c>jupyter install</c> uses.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no permission to write the file.</exception>
    public void Write()
    {
        var spec = new JsonObject
        {
            ["argv"] = new JsonArray([.. Arguments.Select(a => (JsonNode)a)]),
            ["display_name"] = ".NET (C#)",
            ["language"] = "C#",
            ["metadata"] = new JsonObject
            {
                [Mark] = new JsonObject { ["written_by"] = "lab kernel" },

                // VS Code's Jupyter extension leaves such a kernel to Polyglot Notebooks when that is installed.
                ["vscode"] = new JsonObject { ["extension_id"] = "ms-dotnettools.dotnet-interactive-vscode", ["kernel_id"] = "dotnet-interactive" },
            },
        };
        byte[] text = [.. JsonSerializer.SerializeToUtf8Bytes(spec, Readable), (byte)'\n'];
        AtomicFile.Write(File, stream => stream.Write(text));
    }
}
