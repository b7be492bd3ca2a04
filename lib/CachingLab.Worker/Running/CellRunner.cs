using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using CachingLab.Worker.Protocol;

namespace CachingLab.Worker.Running;

/// <summary>Loads compiled cells and runs them in order, as the submissions of one script.</summary>
internal sealed class CellRunner
{
    private readonly Dictionary<string, Assembly> loaded = [];
    private readonly Dictionary<string, string> files;
    private readonly object?[] states;

    /// <param name="files">Assemblies that cells refer to beyond the library's own.</param>
    public CellRunner(int places, IEnumerable<string> files)
    {
        // The first element is for a host object, which scripts do not have here. Each cell takes at most one more.
        states = new object?[places + 1];
        this.files = files.ToDictionary(f => Path.GetFileNameWithoutExtension(f), StringComparer.OrdinalIgnoreCase);
        AssemblyLoadContext.Default.Resolving += Resolve;
    }

    /// <summary>Runs one cell and returns the value of its last expression, or null.</summary>
    /// <exception cref="Exception">Whatever the cell throws.</exception>
    public object? Run(CompiledCell cell)
    {
        using var image = new MemoryStream(cell.Assembly.ToArray());
        Assembly assembly = AssemblyLoadContext.Default.LoadFromStream(image);
        loaded[assembly.GetName().Name!] = assembly;
        MethodInfo factory = assembly.GetTypes().Select(t => t.GetMethod("<Factory>", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Single(m => m is not null)!;
        try
        {
            return ((Task<object?>)factory.Invoke(null, [states])!).GetAwaiter().GetResult();
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
    }

    private Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        loaded.GetValueOrDefault(name.Name!)
        ?? (files.TryGetValue(name.Name!, out string? file) ? context.LoadFromAssemblyPath(file) : null);
}
