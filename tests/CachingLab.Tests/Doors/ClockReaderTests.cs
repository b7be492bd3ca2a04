using System.Diagnostics;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using CachingLab.Doors;
using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Tests.Doors;

public sealed class ClockReaderTests
{
    public static TheoryData<Type, string, ClockUse> Members => new()
    {
        { typeof(DateTime), "get_Now", ClockUse.WallClock },
        { typeof(DateTime), "get_UtcNow", ClockUse.WallClock },
        { typeof(DateTime), "get_Today", ClockUse.WallClock },
        { typeof(DateTimeOffset), "get_Now", ClockUse.WallClock },
        { typeof(DateTimeOffset), "get_UtcNow", ClockUse.WallClock },
        { typeof(TimeProvider), "GetUtcNow", ClockUse.WallClock },
        { typeof(TimeProvider), "GetLocalNow", ClockUse.WallClock },
        { typeof(TimeProvider), "GetTimestamp", ClockUse.Monotonic },
        { typeof(Stopwatch), "StartNew", ClockUse.Monotonic },
        { typeof(Stopwatch), "GetTimestamp", ClockUse.Monotonic },
        { typeof(Environment), "get_TickCount", ClockUse.Monotonic },
        { typeof(Environment), "get_TickCount64", ClockUse.Monotonic },
        { typeof(Environment), "get_ProcessId", ClockUse.None },
        { typeof(DateTime), "get_Year", ClockUse.None },
    };

    [Theory]
    [MemberData(nameof(Members), DisableDiscoveryEnumeration = true)]
    public void A_call_of_a_clock_is_seen_in_the_compiled_code(Type type, string member, ClockUse clock)
    {
        using MemoryStream file = Compiled(type.GetMethod(member, [])!);
        Assert.Equal(clock, ClockReader.Read(file));
    }

    [Fact]
    public void Both_kinds_are_seen_together()
    {
        using MemoryStream file = Compiled(typeof(DateTime).GetMethod("get_UtcNow")!, typeof(Stopwatch).GetMethod("StartNew")!);
        Assert.Equal(ClockUse.WallClock | ClockUse.Monotonic, ClockReader.Read(file));
    }

    [Fact]
    public void A_file_without_code_is_refused()
    {
        using var file = new MemoryStream([1, 2, 3]);
        Assert.Throws<BadImageFormatException>(() => ClockReader.Read(file));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_logged_call_tells_the_clocks_of_the_cell_that_holds_it_even_in_memory(bool collectible)
    {
        using MemoryStream file = Compiled(typeof(Stopwatch).GetMethod("StartNew")!);
        Type cell = new AssemblyLoadContext("cells", collectible).LoadFromStream(file).GetType("Cell")!;
        var call = cell.GetMethod("Call")!.CreateDelegate<Func<string, LlmRequest, ILlmClient, ILogger, Task<string>>>();
        Assert.Equal(ClockUse.Monotonic, new LocalLoggedCall(call).Clocks);
    }

    [Fact]
    public void Code_that_cannot_be_read_is_said_to_be_so()
    {
        var dynamic = new DynamicMethod("Call", typeof(Task<string>), [typeof(string), typeof(LlmRequest), typeof(ILlmClient), typeof(ILogger)], Dynamic());
        ILGenerator il = dynamic.GetILGenerator();
        il.Emit(OpCodes.Ldnull);
        il.Emit(OpCodes.Ret);
        var call = new LocalLoggedCall(dynamic.CreateDelegate<Func<string, LlmRequest, ILlmClient, ILogger, Task<string>>>());
        Assert.Throws<NotRunException>(() => call.Clocks);
    }

    private static ModuleBuilder Dynamic() =>
        AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("d"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("d");

    // class Cell { static Task<string> Call(...) { member(); ...; return null; } } as an assembly's bytes; compiled, never called.
    private static MemoryStream Compiled(params MethodInfo[] members)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Cell" + Guid.NewGuid().ToString("N")), typeof(object).Assembly);
        TypeBuilder type = assembly.DefineDynamicModule("cell").DefineType("Cell", TypeAttributes.Public | TypeAttributes.Class);
        ILGenerator il = type.DefineMethod(
            "Call",
            MethodAttributes.Public | MethodAttributes.Static,
            typeof(Task<string>),
            [typeof(string), typeof(LlmRequest), typeof(ILlmClient), typeof(ILogger)]).GetILGenerator();
        foreach (MethodInfo member in members)
        {
            if (!member.IsStatic)
                il.Emit(OpCodes.Ldnull);
            il.Emit(member.IsStatic ? OpCodes.Call : OpCodes.Callvirt, member);
            il.Emit(OpCodes.Pop);
        }

        il.Emit(OpCodes.Ldnull);
        il.Emit(OpCodes.Ret);
        type.CreateType();
        var file = new MemoryStream();
        assembly.Save(file);
        file.Position = 0;
        return file;
    }
}
