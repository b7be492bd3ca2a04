using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CachingLab.Grading.Tests.Reports;

/// <summary>The rules of Jenkins' schema for JUnit files, <c>junit-10.xsd</c>, for the elements that the report writes.</summary>
internal static partial class JenkinsSchema
{
    private static readonly Dictionary<string, Rule> Rules = new()
    {
        ["testsuites"] = new([], ["name", "time", "tests", "failures", "errors"], ["testsuite"]),
        ["testsuite"] = new(
            ["name", "tests", "failures", "errors"],
            ["group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url", "version"],
            ["testsuite", "properties", "testcase", "system-out", "system-err"]),
        ["properties"] = new([], [], ["property"]),
        ["property"] = new(["name", "value"], [], []),
        ["testcase"] = new(["name"], ["time", "classname", "group"], ["skipped", "error", "failure", "system-out", "system-err"]),
        ["failure"] = new([], ["type", "message"], []) { Text = true },
        ["error"] = new([], ["type", "message"], []) { Text = true },
        ["skipped"] = new([], ["type", "message"], []) { Text = true },
    };

    /// <summary>What breaks the schema, a line each.</summary>
    public static IEnumerable<string> Faults(XElement root) => root.DescendantsAndSelf().SelectMany(FaultsOf);

    private static IEnumerable<string> FaultsOf(XElement element)
    {
        string name = element.Name.ToString();
        if (!Rules.TryGetValue(name, out Rule? rule))
            return [$"<{name}> is unknown"];
        string[] attributes = [.. element.Attributes().Select(a => a.Name.ToString())];
        return
        [
            .. rule.Required.Except(attributes).Select(a => $"<{name}> lacks {a}"),
            .. attributes.Except([.. rule.Required, .. rule.Optional]).Select(a => $"<{name}> has {a}"),
            .. element.Elements().Select(e => e.Name.ToString()).Except(rule.Children).Select(e => $"<{name}> holds <{e}>"),
            .. element.Nodes().OfType<XText>().Where(t => !rule.Text && t.Value.Trim().Length > 0).Select(t => $"<{name}> holds text: {t.Value}"),
            .. element.Attributes("time").Where(t => !Time.IsMatch(t.Value)).Select(t => $"<{name}> has time {t.Value}"),
        ];
    }

    [GeneratedRegex(@"^([0-9]{0,3})*(\.[0-9]{0,3})?$")]
    private static partial Regex Time { get; }

    private sealed record Rule(string[] Required, string[] Optional, string[] Children)
    {
        public bool Text { get; init; }
    }
}
