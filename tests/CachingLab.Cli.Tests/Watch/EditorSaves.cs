using CachingLab.Notebooks;

namespace CachingLab.Cli.Tests.Watch;

/// <summary>Writes a file the ways editors do.</summary>
public static class EditorSaves
{
    /// <summary>VS Code: in place, emptied first, and once more by its formatter or autosave.</summary>
    public static void AsVsCode(string file, byte[] content)
    {
        for (int save = 0; save < 2; save++)
            InPlace(file, content);
    }

    /// <summary>Jupyter: a temporary file beside it, renamed over it.</summary>
    public static void AsJupyter(string file, byte[] content)
    {
        string temporary = Path.Combine(Path.GetDirectoryName(file)!, $".~{Path.GetFileName(file)}");
        File.WriteAllBytes(temporary, content);
        File.Move(temporary, file, overwrite: true);
    }

    /// <summary>vim: the old file is renamed to a backup, a new one is written, the backup is deleted.</summary>
    public static void AsVim(string file, byte[] content)
    {
        string backup = file + "~";
        File.Move(file, backup, overwrite: true);
        File.WriteAllBytes(file, content);
        File.Delete(backup);
    }

    /// <summary>A write that a slow disk stretches: half the file first.</summary>
    public static void InPlace(string file, byte[] content)
    {
        using FileStream stream = new(file, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(content.AsSpan(0, content.Length / 2));
        stream.Flush();
        stream.Write(content.AsSpan(content.Length / 2));
    }

    /// <summary>A notebook with that text in one cell.</summary>
    public static byte[] Notebook(string source) => NotebookWriter.ToBytes(Notebooks.Notebook.Create("01-cache-key", [Cell.Code("ex-cache-key", source)]));
}
