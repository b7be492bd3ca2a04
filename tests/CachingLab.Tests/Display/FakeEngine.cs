using System.Collections.ObjectModel;
using System.Reflection;
using System.Reflection.Emit;

namespace CachingLab.Tests.Display;

/// <summary>Assemblies with the names of an engine's, whose types have the methods declared in EngineSignatures.cs.</summary>
public static class FakeEngine
{
    public static Collection<object?[]> Seen { get; } = [];

    public static T Note<T>(T result, params object?[] given)
    {
        Seen.Add(given);
        return result;
    }

    /// <summary>An assembly with a static class for each of the types, whose methods are passed on to the type's.</summary>
    internal static Assembly Make(string assembly, params (string Type, Type Methods)[] types)
    {
        ModuleBuilder module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(assembly), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("m");
        foreach ((string name, Type methods) in types)
        {
            TypeBuilder type = module.DefineType(name, TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
            foreach (MethodInfo method in methods.GetMethods(BindingFlags.Public | BindingFlags.Static))
                Add(type, method);
            type.CreateType();
        }

        return module.Assembly;
    }

    private static void Add(TypeBuilder type, MethodInfo method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        MethodBuilder made = type.DefineMethod(
            method.Name, MethodAttributes.Public | MethodAttributes.Static, method.ReturnType, [.. parameters.Select(p => p.ParameterType)]);
        ILGenerator il = made.GetILGenerator();
        foreach (ParameterInfo parameter in parameters)
        {
            ParameterBuilder its = made.DefineParameter(parameter.Position + 1, parameter.Attributes, parameter.Name);
            if (parameter.HasDefaultValue)
                its.SetConstant(parameter.DefaultValue);
            if (parameter.IsDefined(typeof(ParamArrayAttribute), false))
                its.SetCustomAttribute(new CustomAttributeBuilder(typeof(ParamArrayAttribute).GetConstructor([])!, []));
            il.Emit(OpCodes.Ldarg, (short)parameter.Position);
        }

        il.Emit(OpCodes.Call, method);
        il.Emit(OpCodes.Ret);
    }
}
