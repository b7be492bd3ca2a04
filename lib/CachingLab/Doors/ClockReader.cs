using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CachingLab.Exams;

namespace CachingLab.Doors;

/// <summary>Tells from compiled code which clocks it reads, without running it.</summary>
public static class ClockReader
{
    /// <summary>The clocks read anywhere in an assembly.</summary>
    /// <param name="pe">The assembly's file; left open.</param>
    /// <exception cref="BadImageFormatException">The stream holds no assembly.</exception>
    public static ClockUse Read(Stream pe)
    {
        using var image = new PEReader(pe, PEStreamOptions.LeaveOpen);
        return image.HasMetadata ? Read(image.GetMetadataReader()) : throw new BadImageFormatException("The file holds no .NET metadata.");
    }

    /// <summary>The clocks read anywhere in an assembly.</summary>
    /// <param name="metadata">The assembly's metadata.</param>
    public static ClockUse Read(MetadataReader metadata)
    {
        ClockUse clocks = ClockUse.None;
        foreach (MemberReferenceHandle handle in metadata.MemberReferences)
        {
            MemberReference member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind is not HandleKind.TypeReference)
                continue;
            TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
            clocks |= Kind(metadata.GetString(type.Namespace), metadata.GetString(type.Name), metadata.GetString(member.Name));
        }

        return clocks;
    }

    private static ClockUse Kind(string space, string type, string member) => (space, type, member) switch
    {
        ("System", "DateTime", "get_Now" or "get_UtcNow" or "get_Today") => ClockUse.WallClock,
        ("System", "DateTimeOffset", "get_Now" or "get_UtcNow") => ClockUse.WallClock,
        ("System", "TimeProvider", "GetUtcNow" or "GetLocalNow") => ClockUse.WallClock,
        ("System", "TimeProvider", "GetTimestamp" or "GetElapsedTime") => ClockUse.Monotonic,
        ("System", "Environment", "get_TickCount" or "get_TickCount64") => ClockUse.Monotonic,
        ("System.Diagnostics", "Stopwatch", _) => ClockUse.Monotonic,
        _ => ClockUse.None,
    };
}
