namespace CachingLab.Worker.Compilation;

/// <summary>The files of the course's library and its dependencies, as the setup files of the notebooks list them.</summary>
internal static class LibraryFiles
{
    private static readonly string[] PartOne =
    [
        "CachingLab.dll", "Microsoft.Extensions.Configuration.", "Microsoft.Extensions.DependencyInjection.", "Microsoft.Extensions.Logging.",
        "Microsoft.Extensions.Options.", "Microsoft.Extensions.Primitives.",
    ];

    private static readonly string[] PartTwo =
    [
        "CachingLab.Production.dll", "Google.Protobuf.dll", "Microsoft.Extensions.", "Microsoft.ML.Tokenizers.", "OpenAI.dll", "Polly.Core.dll",
        "System.ClientModel.dll", "System.Memory.Data.dll", "System.Numerics.Tensors.dll",
    ];

    /// <summary>Whether every notebook has a file.</summary>
    public static bool IsInPartOne(string name) => IsIn(PartOne, name);

    /// <summary>Whether the notebooks of part two have a file.</summary>
    public static bool IsInPartTwo(string name) => IsInPartOne(name) || IsIn(PartTwo, name);

    private static bool IsIn(string[] starts, string name) =>
        name.EndsWith(".dll", StringComparison.Ordinal) && Array.Exists(starts, s => name.StartsWith(s, StringComparison.Ordinal));
}
