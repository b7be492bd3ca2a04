using System.Collections.ObjectModel;
using System.Reflection;
using System.Reflection.Emit;

namespace CachingLab.Tests.Display;

/// <summary>Assemblies with the names and methods of an engine; each method notes its arguments and returns the first.</summary>
public static class FakeEngine
{
    public static Collection<object?[]> Seen { get; } = [];

    public static void Note(object?[] arguments) => Seen.Add(arguments);

    /// <summary>An assembly with a static class for each of the methods.</summary>
    internal static Assembly Make(string assembly, params (string Type, string Method, Type[] Parameters)[] methods)
    {
        ModuleBuilder module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(assembly), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("m");
        foreach ((string type, string method, Type[] parameters) in methods)
            Add(module.DefineType(type, TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed), method, parameters);
        return module.Assembly;
    }

    // static object method(arg0, arg1) { Note(new object[] { arg0, arg1 }); return arg0; }
    private static void Add(TypeBuilder type, string name, Type[] parameters)
    {
        MethodBuilder method = type.DefineMethod(name, MethodAttributes.Public | MethodAttributes.Static, typeof(object), parameters);
        if (parameters[^1].IsArray)
        {
            method.DefineParameter(parameters.Length, ParameterAttributes.None, "rest")
                .SetCustomAttribute(new CustomAttributeBuilder(typeof(ParamArrayAttribute).GetConstructor([])!, []));
        }

        ILGenerator il = method.GetILGenerator();
        il.Emit(OpCodes.Ldc_I4, parameters.Length);
        il.Emit(OpCodes.Newarr, typeof(object));
        for (short i = 0; i < parameters.Length; i++)
        {
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldc_I4, (int)i);
            il.Emit(OpCodes.Ldarg, i);
            il.Emit(OpCodes.Stelem_Ref);
        }

        il.Emit(OpCodes.Call, typeof(FakeEngine).GetMethod(nameof(Note))!);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ret);
        type.CreateType();
    }
}
