using System.Globalization;
using System.Reflection;

namespace CachingLab.Answers;

/// <summary>A cell as compiled by Roslyn's scripting: a numbered class in an assembly whose name identifies the session.</summary>
/// <param name="Session">The prefix of the names of the session's assemblies.</param>
/// <param name="Number">The cell's number among those that compiled.</param>
/// <param name="Type">The class, whose members are what the cell declares.</param>
internal sealed record ScriptCell(string Session, int Number, Type Type)
{
    private const string ClassName = "Submission#";

    public Assembly Assembly => Type.Assembly;

    /// <summary>The cell in an assembly, or null when it contains none.</summary>
    public static ScriptCell? Of(Assembly assembly)
    {
        string name = assembly.GetName().Name ?? "";
        int end = name.LastIndexOf('-');
        return end > 0
            && int.TryParse(name.AsSpan(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && assembly.GetType(ClassName + number.ToString(CultureInfo.InvariantCulture)) is { } type
            ? new ScriptCell(name[..(end + 1)], number, type)
            : null;
    }

    /// <summary>The cell that declares the function or class which that name means in this cell: itself or an earlier one, or null.</summary>
    public ScriptCell? InForce(string name) => OfSession()
        .Where(c => c.Number <= Number && c.Declares(name, MemberTypes.Method | MemberTypes.NestedType))
        .MaxBy(c => c.Number);

    /// <summary>Whether a later cell declares a function of that name too. If its signature fitted the call, it would have been used.</summary>
    public bool IsRedeclared(string name) => OfSession().Any(c => c.Number > Number && c.Declares(name, MemberTypes.Method));

    private IEnumerable<ScriptCell> OfSession() => AppDomain.CurrentDomain.GetAssemblies()
        .Where(a => a.GetName().Name?.StartsWith(Session, StringComparison.Ordinal) is true)
        .Select(Of)
        .OfType<ScriptCell>()
        .Where(c => c.Session == Session);

    private bool Declares(string name, MemberTypes kinds) => Type.GetMember(
        name, kinds, BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Length > 0;
}
