using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CachingLab.Checks;

/// <summary>Notices that the library on disk differs from the one that the kernel loaded.</summary>
internal static class RebuiltLibrary
{
    /// <summary>What the learner should do, or null when the library is unchanged.</summary>
    public static string? Advice() => Advice(typeof(RebuiltLibrary).Assembly.Location, typeof(RebuiltLibrary).Module.ModuleVersionId);

    internal static string? Advice(string path, Guid loaded)
    {
        try
        {
            if (!File.Exists(path))
                return null;
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var image = new PEReader(file);
            MetadataReader metadata = image.GetMetadataReader();
            return metadata.GetGuid(metadata.GetModuleDefinition().Mvid) == loaded
                ? null
                : "CachingLab.dll was rebuilt since this kernel loaded it: restart the kernel to use the new one.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            // A build is writing the library.
            return null;
        }
    }
}
