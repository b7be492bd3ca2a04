using System.Collections.Immutable;
using CachingLab.Worker.Running;
using Microsoft.CodeAnalysis;

namespace CachingLab.Worker.Compilation;

/// <summary>The assemblies that cells are compiled against.</summary>
internal static class CellReferences
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyFramework = new(() => [.. ReadFramework()]);
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyLibrary = new(() => [.. ReadLibrary(LibraryFiles.IsInPartOne)]);
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyProduction =
        new(() => [.. ReadLibrary(n => LibraryFiles.IsInPartTwo(n) && !LibraryFiles.IsInPartOne(n))]);

    /// <summary>The shared framework that this process runs on.</summary>
    public static ImmutableArray<MetadataReference> Framework => LazyFramework.Value;

    /// <summary>The course's library and its dependencies.</summary>
    public static ImmutableArray<MetadataReference> Library => LazyLibrary.Value;

    /// <summary>What part two has besides.</summary>
    public static ImmutableArray<MetadataReference> Production => LazyProduction.Value;

    /// <summary>The assembly with the stand-ins for the engines' functions.</summary>
    public static MetadataReference StandIns { get; } = MetadataReference.CreateFromFile(typeof(NotebookOutput).Assembly.Location);

    private static IEnumerable<MetadataReference> ReadFramework() =>
        Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(f => Path.GetFileName(f) is var name && (name.StartsWith("System.", StringComparison.Ordinal)
                || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll" or "Microsoft.Win32.Primitives.dll"))
            .Where(f => !Path.GetFileName(f).Contains(".Native", StringComparison.Ordinal))
            .Select(f => MetadataReference.CreateFromFile(f));

    // Behind walls the folder's files can be read but not listed.
    private static IEnumerable<MetadataReference> ReadLibrary(Func<string, bool> isPart) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(f => Path.GetDirectoryName(f) == Path.GetDirectoryName(typeof(LlmRequest).Assembly.Location) && isPart(Path.GetFileName(f)))
            .Select(f => MetadataReference.CreateFromFile(f));
}
