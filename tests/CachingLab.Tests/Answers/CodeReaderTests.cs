using System.Diagnostics;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using CachingLab.Answers;
using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Tests.Answers;

public sealed class CodeReaderTests
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
        { typeof(Activity), "get_Duration", ClockUse.WallClock },
        { typeof(Stopwatch), "Stop", ClockUse.Monotonic },
        { typeof(Environment), "get_ProcessId", ClockUse.None },
        { typeof(DateTime), "get_Year", ClockUse.None },
    };

    [Theory]
    [MemberData(nameof(Members), DisableDiscoveryEnumeration = true)]
    public void A_call_of_a_clock_is_seen_in_the_compiled_code(Type type, string member, ClockUse clock)
    {
        using MemoryStream file = Compiled(type.GetMethod(member, [])!);
        Assert.Equal(clock, CodeReader.Read(file).Clocks);
    }

    [Fact]
    public void Both_kinds_are_seen_together()
    {
        using MemoryStream file = Compiled(typeof(DateTime).GetMethod("get_UtcNow")!, typeof(Stopwatch).GetMethod("StartNew")!);
        Assert.Equal(ClockUse.WallClock | ClockUse.Monotonic, CodeReader.Read(file).Clocks);
    }

    [Theory]
    [InlineData("GetUtcNow", ClockUse.WallClock)]
    [InlineData("GetTimestamp", ClockUse.Monotonic)]
    public void A_clock_of_the_cells_own_counts_as_what_its_timestamps_are_made_from(string member, ClockUse clock)
    {
        MethodInfo timestamp = typeof(TimeProvider).GetMethod("GetTimestamp")!;
        using MemoryStream file = Compiled(module =>
        {
            TypeBuilder own = module.DefineType("Own", TypeAttributes.Public | TypeAttributes.Class, typeof(TimeProvider));
            ILGenerator il = own.DefineMethod("GetTimestamp", MethodAttributes.Public | MethodAttributes.Virtual, typeof(long), []).GetILGenerator();
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Call, typeof(TimeProvider).GetMethod(member)!);
            il.Emit(OpCodes.Pop);
            il.Emit(OpCodes.Ldc_I8, 0L);
            il.Emit(OpCodes.Ret);
            own.CreateType();
        }, _ => { }, timestamp);
        Assert.Equal(clock, CodeReader.Read(file).Clocks);
    }

    [Fact]
    public void Code_that_waits_or_gives_up_waiting_is_told_from_code_that_does_not()
    {
        using MemoryStream delays = Compiled(typeof(Task).GetMethod("Delay", [typeof(int)])!);
        using MemoryStream gives = Compiled(typeof(Task<string>).GetMethod("WaitAsync", [typeof(TimeSpan)])!);
        using MemoryStream goes = Compiled(typeof(Stopwatch).GetMethod("StartNew")!);
        Assert.Equal([true, true, false], [CodeReader.Read(delays).Waits, CodeReader.Read(gives).Waits, CodeReader.Read(goes).Waits]);
    }

    [Fact]
    public void A_file_without_code_is_refused()
    {
        using var file = new MemoryStream([1, 2, 3]);
        Assert.Throws<BadImageFormatException>(() => CodeReader.Read(file));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_loaded_assembly_tells_the_same_even_in_memory(bool collectible)
    {
        using MemoryStream file = Compiled(Constants, typeof(Stopwatch).GetMethod("StartNew")!);
        AnswerCode read = CodeReader.Read(file);
        file.Position = 0;
        AnswerCode loaded = CodeReader.Read(new AssemblyLoadContext("cells", collectible).LoadFromStream(file))!;
        Assert.Equal(ClockUse.Monotonic, loaded.Clocks);
        Assert.Equal(read.Texts, loaded.Texts);
        Assert.Equal(read.Numbers, loaded.Numbers);
    }

    [Fact]
    public void Texts_and_numbers_that_the_code_names_are_found_whatever_their_size()
    {
        using MemoryStream file = Compiled(Constants);
        AnswerCode code = CodeReader.Read(file);
        Assert.Equal(["|", "cafe\u0301 {0}"], code.Texts);
        Assert.Equal([-1, 0, 8, 124, -7, 10_001, 5_000_000_000, 0.25, 0.7], code.Numbers);
    }

    [Fact]
    public void Cells_of_one_answer_are_read_as_one()
    {
        var one = new AnswerCode(ClockUse.WallClock, ["a", "b"], [1]);
        AnswerCode both = one.With(new AnswerCode(ClockUse.Monotonic, ["b", "c"], [1, 2]));
        Assert.Equal(ClockUse.WallClock | ClockUse.Monotonic, both.Clocks);
        Assert.Equal(["a", "b", "c"], both.Texts);
        Assert.Equal([1, 2], both.Numbers);
    }

    [Fact]
    public void Code_that_cannot_be_read_is_said_to_be_so()
    {
        var dynamic = new DynamicMethod("Call", typeof(Task<string>), [typeof(string), typeof(LlmRequest), typeof(ILlmClient), typeof(ILogger)], Dynamic());
        ILGenerator il = dynamic.GetILGenerator();
        il.Emit(OpCodes.Ldnull);
        il.Emit(OpCodes.Ret);
        var call = dynamic.CreateDelegate<Func<string, LlmRequest, ILlmClient, ILogger, Task<string>>>();
        Assert.Null(CodeReader.Read(call.Method.Module.Assembly));
    }

    private static void Constants(ILGenerator il)
    {
        foreach (string text in (string[])["|", "cafe\u0301 {0}"])
            il.Emit(OpCodes.Ldstr, text);
        foreach (OpCode code in (OpCode[])[OpCodes.Ldc_I4_M1, OpCodes.Ldc_I4_0, OpCodes.Ldc_I4_8])
            il.Emit(code);
        il.Emit(OpCodes.Ldc_I4_S, (byte)124);
        il.Emit(OpCodes.Ldc_I4_S, unchecked((byte)-7));
        il.Emit(OpCodes.Ldc_I4, 10_001);
        il.Emit(OpCodes.Ldc_I8, 5_000_000_000);
        il.Emit(OpCodes.Ldc_R4, 0.25f);
        il.Emit(OpCodes.Ldc_R8, 0.7);
        il.Emit(OpCodes.Ldarg, (short)3);

        // The length and the number of holes of an interpolated text are not named in the code.
        il.Emit(OpCodes.Ldc_I4_S, (byte)41);
        il.Emit(OpCodes.Ldc_I4_2);
        il.Emit(OpCodes.Newobj, typeof(DefaultInterpolatedStringHandler).GetConstructor([typeof(int), typeof(int)])!);
        il.Emit(OpCodes.Pop);
        Label end = il.DefineLabel();
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Switch, [end, end, end]);
        il.MarkLabel(end);
        for (int i = 0; i < 12; i++)
            il.Emit(OpCodes.Pop);
    }

    private static ModuleBuilder Dynamic() =>
        AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("d"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("d");

    // class Cell { static Task<string> Call(...) { member(); ...; return null; } } as an assembly's bytes; compiled, never called.
    private static MemoryStream Compiled(params MethodInfo[] members) => Compiled(_ => { }, members);

    private static MemoryStream Compiled(Action<ILGenerator> begin, params MethodInfo[] members) => Compiled(_ => { }, begin, members);

    private static MemoryStream Compiled(Action<ModuleBuilder> beside, Action<ILGenerator> begin, params MethodInfo[] members)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Cell" + Guid.NewGuid().ToString("N")), typeof(object).Assembly);
        ModuleBuilder module = assembly.DefineDynamicModule("cell");
        beside(module);
        TypeBuilder type = module.DefineType("Cell", TypeAttributes.Public | TypeAttributes.Class);
        ILGenerator il = type.DefineMethod(
            "Call",
            MethodAttributes.Public | MethodAttributes.Static,
            typeof(Task<string>),
            [typeof(string), typeof(LlmRequest), typeof(ILlmClient), typeof(ILogger)]).GetILGenerator();
        begin(il);
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
