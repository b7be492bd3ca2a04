using System.Reflection;

namespace CachingLab.Display;

/// <summary>Finds the engine that runs the notebook, by reflection because the library references none.</summary>
internal static class NotebookEngine
{
    /// <summary>A way to show HTML (first argument) or the same as text (second), or null outside every known engine.</summary>
    public static Action<string, string>? Find(IEnumerable<Assembly> loaded)
    {
        List<Assembly> assemblies = [.. loaded];
        return Headless(assemblies) ?? Interactive(assemblies) ?? ClrKernel(assemblies) ?? Verso(assemblies);
    }

    private static Action<string, string>? Headless(List<Assembly> loaded)
    {
        Type? output = loaded.FirstOrDefault(a => a.GetName().Name == "CachingLab.Worker")?.GetType("CachingLab.Worker.Running.NotebookOutput");
        return Call(output, "Show", typeof(string), typeof(string)) is { } show ? (html, text) => show([html, text]) : null;
    }

    // .NET Interactive: Kernel.HTML("...").Display(), where Display is an extension method whose last parameter changed over time.
    private static Action<string, string>? Interactive(List<Assembly> loaded)
    {
        Func<object?[], object?>? html = Call(TypeNamed(loaded, "Microsoft.DotNet.Interactive.Kernel"), "HTML", typeof(string));
        Type? extensions = loaded
            .Where(a => a.GetName().Name?.StartsWith("Microsoft.DotNet.Interactive", StringComparison.Ordinal) is true)
            .Select(a => a.GetType("System.DisplayExtensions"))
            .FirstOrDefault(t => t is not null);
        Func<object?[], object?>? display = Call(extensions, "Display", typeof(object));
        return html is null || display is null ? null : (content, _) => display([html([content])]);
    }

    // DisplayHtml is an extension method; before 0.9.1 it was a static method.
    private static Action<string, string>? ClrKernel(List<Assembly> loaded) =>
        (Call(TypeNamed(loaded, "ClrKernel.Core.Primitives.DisplayValues"), "DisplayHtml", typeof(object))
            ?? Call(TypeNamed(loaded, "ClrKernel.Core.Primitives.DisplayDataEmitter"), "EmitHtml", typeof(string))) is { } display
            ? (html, _) => display([html])
            : null;

    private static Action<string, string>? Verso(List<Assembly> loaded) =>
        Call(TypeNamed(loaded, "Verso.Abstractions.DisplayExtensions"), "Display", typeof(object), typeof(string)) is { } display
            ? (html, _) => display([html, "text/html"])
            : null;

    private static Type? TypeNamed(List<Assembly> loaded, string name) =>
        loaded.Select(a => a.GetType(name)).FirstOrDefault(t => t is not null);

    /// <summary>The public static method whose first parameters have these types; the other parameters get their defaults.</summary>
    private static Func<object?[], object?>? Call(Type? type, string name, params Type[] leading)
    {
        MethodInfo? method = type?.GetMethods(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(m =>
            m.Name == name && !m.IsGenericMethodDefinition
            && m.GetParameters() is var all && all.Length >= leading.Length
            && leading.Index().All(p => all[p.Index].ParameterType == p.Item)
            && all.Skip(leading.Length).All(p => p.IsOptional || IsParams(p)));
        if (method is null)
            return null;
        return given =>
        {
            IEnumerable<object?> rest = method.GetParameters().Skip(given.Length).Select(Default);
            object? result = method.Invoke(null, [.. given, .. rest]);
            if (result is Task task)
                task.GetAwaiter().GetResult();
            return result;
        };
    }

    private static bool IsParams(ParameterInfo parameter) => parameter.IsDefined(typeof(ParamArrayAttribute), false);

    private static object? Default(ParameterInfo parameter) =>
        IsParams(parameter) ? Array.CreateInstance(parameter.ParameterType.GetElementType()!, 0) : Type.Missing;
}
