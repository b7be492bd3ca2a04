using System.Text.Json.Nodes;
using CachingLab.Cli.Computer;
using CachingLab.Cli.Kernels;

namespace CachingLab.Cli.Tests.Kernels;

/// <summary>A user's folder, a repository and a stand-in for <c>dotnet</c>, which go with the test.</summary>
internal sealed class KernelHome : IDisposable
{
    public KernelHome()
    {
        Root = Directory.CreateTempSubdirectory("lab kernel 'é' ").FullName;
        Manifest = Write("clone/.config/dotnet-tools.json", """{"tools":{"the.engine":{"version":"1.2.3","commands":["dotnet-interactive"]}}}""");
        string tool = Path.Combine(Root, "packages", "the.engine", "1.2.3", "tools", "net10.0", "any");
        Write(Path.Combine(tool, "DotnetToolSettings.xml"), """<DotNetCliTool><Commands><Command Name="dotnet-interactive" EntryPoint="App.dll" /></Commands></DotNetCliTool>""");
        Program = Write(Path.Combine(tool, "App.dll"), "");
        Dotnet("""if [ "$1" = nuget ]; then echo "global-packages: $(dirname -- "$0")/../packages/"; fi""");
    }

    public string Root { get; }

    /// <summary>The tool manifest.</summary>
    public string Manifest { get; }

    /// <summary>The tool's program, restored.</summary>
    public string Program { get; }

    public string Folder => Path.Combine(Root, "home", "kernels");

    public string SpecFile => KernelSpec.FileIn(Folder);

    public JsonNode Spec => JsonNode.Parse(File.ReadAllText(SpecFile))!;

    public Machine Machine => new(Path.Combine(Root, "home"), Path.Combine(Root, "bin"));

    public KernelInstaller Desk(params string[] folders) => new(Path.Combine(Root, "clone"), Machine, folders.Length == 0 ? [Folder] : folders);

    public string Write(string path, string text)
    {
        string file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Lets <c>dotnet</c> be that script.</summary>
    public void Dotnet(string script) => ShellScript.Write(Path.Combine(Root, "bin", "dotnet"), script);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
