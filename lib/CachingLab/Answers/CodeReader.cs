using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using CachingLab.Exams;

namespace CachingLab.Answers;

/// <summary>Reads compiled code without running it.</summary>
public static class CodeReader
{
    private const int MostConstants = 500;
    private const int LongestText = 500;

    /// <summary>What an assembly's code says.</summary>
    /// <param name="pe">The assembly's file; left open.</param>
    /// <exception cref="BadImageFormatException">The stream holds no assembly.</exception>
    public static AnswerCode Read(Stream pe)
    {
        using var image = new PEReader(pe, PEStreamOptions.LeaveOpen);
        if (!image.HasMetadata)
            throw new BadImageFormatException("The file holds no .NET metadata.");
        MetadataReader metadata = image.GetMetadataReader();
        return Read(metadata, method => metadata.GetMethodDefinition(method).RelativeVirtualAddress is > 0 and var address
            ? image.GetMethodBody(address).GetILBytes()
            : null);
    }

    /// <summary>What the code of a loaded assembly says; null where it is out of reach, as that of some dynamic assemblies is.</summary>
    /// <param name="assembly">The assembly.</param>
    public static unsafe AnswerCode? Read(Assembly assembly)
    {
        if (assembly.TryGetRawMetadata(out byte* start, out int length))
        {
            return Read(new MetadataReader(start, length), method =>
                assembly.ManifestModule.ResolveMethod(MetadataTokens.GetToken(method))?.GetMethodBody()?.GetILAsByteArray());
        }

        if (assembly.IsDynamic || !File.Exists(assembly.Location))
            return null;
        using FileStream file = File.OpenRead(assembly.Location);
        return Read(file);
    }

    private static AnswerCode Read(MetadataReader metadata, Func<MethodDefinitionHandle, byte[]?> body)
    {
        IEnumerable<double> numbers = metadata.MethodDefinitions.SelectMany(m => IlConstants.Numbers(body(m) ?? []));
        return new AnswerCode(Clocks(metadata), [.. Texts(metadata).Distinct(StringComparer.Ordinal).Take(MostConstants)], [.. numbers.Distinct().Take(MostConstants)]);
    }

    private static IEnumerable<string> Texts(MetadataReader metadata)
    {
        for (UserStringHandle handle = First(); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            if (metadata.GetUserString(handle) is { Length: > 0 and <= LongestText } text)
                yield return text;
        }

        // The heap's first entry is the empty text.
        UserStringHandle First() => metadata.GetNextHandle(default(UserStringHandle));
    }

    private static ClockUse Clocks(MetadataReader metadata)
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
