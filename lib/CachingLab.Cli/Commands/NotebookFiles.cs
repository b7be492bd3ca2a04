namespace CachingLab.Cli.Commands;

/// <summary>Finds the notebooks that an argument names.</summary>
internal static class NotebookFiles
{
    /// <summary>The file, or the notebooks of a folder in order.</summary>
    /// <exception cref="FileNotFoundException">The path does not exist or has no notebook.</exception>
    public static IEnumerable<string> In(string path)
    {
        if (!Directory.Exists(path))
            return [path];
        string[] files = [.. Directory.EnumerateFiles(path, "*.ipynb").Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new FileNotFoundException($"no notebook (*.ipynb) in {path}");
    }
}
