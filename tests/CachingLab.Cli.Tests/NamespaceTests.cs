using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace CachingLab.Cli.Tests;

/// <summary>References between namespaces point one way, in all of lib.</summary>
public sealed class NamespaceTests
{
    // What a notebook calls. The namespace is CachingLab or CachingLab.Production, as the domain's, so that a notebook imports one;
    // what it refers to is no reference of the domain.
    private static readonly string[] ForNotebooks = ["Check", "ProductionCheck", "LabModel", "Show", "NotebookLog", "Attempt", "Got", "StreamText", "StreamRead"];

    [Fact]
    public void No_namespaces_refer_to_each_other_in_a_circle()
    {
        Architecture lib = new ArchLoader().LoadAssemblies(
            Assembly.Load("CachingLab"), Assembly.Load("CachingLab.Production"), Assembly.Load("CachingLab.Notebooks"),
            Assembly.Load("CachingLab.Worker"), Assembly.Load("CachingLab.Grading"), Assembly.Load("lab")).Build();
        ILookup<string, Reference> references = lib.Types.Where(t => IsOurs(t) && !ForNotebooks.Contains(t.Name))
            .SelectMany(t => t.Dependencies.Select(d => d.Target).Where(IsOurs), (t, to) => new Reference(t, to))
            .Where(r => r.From.Namespace.FullName != r.To.Namespace.FullName)
            .ToLookup(r => r.From.Namespace.FullName);
        Assert.True(references.Count > 30, "the types were not read");
        string[] circular = [.. references.SelectMany(from => from).Where(r => Reaches(r.To.Namespace.FullName, r.From.Namespace.FullName))
            .Select(r => $"{r.From.FullName} -> {r.To.FullName}").Distinct().Order()];
        Assert.True(circular.Length == 0, string.Join('\n', circular));

        bool Reaches(string from, string to)
        {
            var seen = new HashSet<string> { from };
            var open = new Stack<string>(seen);
            while (open.TryPop(out string? next))
            {
                foreach (string name in references[next].Select(r => r.To.Namespace.FullName).Where(seen.Add))
                    open.Push(name);
            }

            return seen.Contains(to);
        }
    }

    private static bool IsOurs(IType type) =>
        type is not GenericParameter && type.Namespace?.FullName.StartsWith(nameof(CachingLab), StringComparison.Ordinal) is true;

    private sealed record Reference(IType From, IType To);
}
