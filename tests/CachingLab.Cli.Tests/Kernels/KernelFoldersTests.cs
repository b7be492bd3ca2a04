using System.Runtime.InteropServices;
using CachingLab.Cli.Kernels;

namespace CachingLab.Cli.Tests.Kernels;

public sealed class KernelFoldersTests
{
    private static readonly string Home = Path.Combine(Path.GetTempPath(), "home of Zoë");

    [Fact]
    public void Each_operating_system_has_its_own_folder()
    {
        Assert.Equal([InHome(".local", "share", "jupyter", "kernels")], Of(OSPlatform.Linux));
        Assert.Equal([InHome("Library", "Jupyter", "kernels")], Of(OSPlatform.OSX));
        Assert.Equal([InHome("AppData", "Roaming", "jupyter", "kernels")], Of(OSPlatform.Windows));
        Assert.Equal([InHome("AppData", "Roaming", "jupyter", "kernels")], Of(OSPlatform.Windows, ("APPDATA", InHome("AppData", "Roaming"))));
    }

    [Fact]
    public void Where_a_variable_moves_Jupyters_folder_the_one_that_VS_Code_looks_in_counts_too()
    {
        string usual = InHome(".local", "share", "jupyter", "kernels");
        Assert.Equal([InHome("data", "jupyter", "kernels"), usual], Of(OSPlatform.Linux, ("XDG_DATA_HOME", InHome("data"))));
        Assert.Equal([InHome("mine", "kernels"), usual], Of(OSPlatform.Linux, ("XDG_DATA_HOME", InHome("data")), ("JUPYTER_DATA_DIR", InHome("mine"))));
        Assert.Equal([InHome("mine", "kernels"), InHome("Library", "Jupyter", "kernels")], Of(OSPlatform.OSX, ("JUPYTER_DATA_DIR", InHome("mine"))));
        Assert.Equal([InHome("Library", "Jupyter", "kernels")], Of(OSPlatform.OSX, ("XDG_DATA_HOME", InHome("data"))));
    }

    [Fact]
    public void An_empty_variable_is_none() =>
        Assert.Single(Of(OSPlatform.Linux, ("XDG_DATA_HOME", ""), ("JUPYTER_DATA_DIR", "")));

    [Fact]
    public void A_user_without_a_folder_is_told() =>
        Assert.Contains("HOME", Assert.Throws<IOException>(() => KernelFolders.Of(OSPlatform.Linux, "", _ => null)).Message, StringComparison.Ordinal);

    private static IReadOnlyList<string> Of(OSPlatform platform, params (string Name, string Value)[] variables) =>
        KernelFolders.Of(platform, Home, name => variables.FirstOrDefault(v => v.Name == name).Value);

    private static string InHome(params string[] parts) => Path.Combine([Home, .. parts]);
}
