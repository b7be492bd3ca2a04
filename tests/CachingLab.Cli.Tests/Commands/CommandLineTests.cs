using System.CommandLine;
using CachingLab.Cli.Commands;

namespace CachingLab.Cli.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("graed", "grade")]
    [InlineData("hnit cache-key", "hint")]
    [InlineData("updaet", "update")]
    [InlineData("solutoin", "solution")]
    [InlineData("grade --jsno x", "--json")]
    [InlineData("solution cache-key --peak", "--peek")]
    [InlineData("update --dryrun", "--dry-run")]
    public void A_mistyped_word_gets_the_nearest(string line, string nearest)
    {
        string said = BadUsage.Of(LabCommand.Create().Parse(line))!;
        Assert.Contains($"Did you mean '{nearest}'?", said, StringComparison.Ordinal);
        Assert.Equal(2, said.Split('\n').Length);
    }

    [Theory]
    [InlineData("hint")]
    [InlineData("hint a b")]
    [InlineData("run --seconds soon")]
    [InlineData("quite-another-thing")]
    [InlineData("--what")]
    public void Bad_usage_is_said_in_a_line_or_two(string line) =>
        Assert.InRange(BadUsage.Of(LabCommand.Create().Parse(line))!.Split('\n').Length, 1, 2);

    [Theory]
    [InlineData("")]
    [InlineData("--help")]
    [InlineData("hint --help")]
    [InlineData("--version")]
    [InlineData("grade --json -")]
    public void Good_usage_is_not_complained_of(string line) => Assert.Null(BadUsage.Of(LabCommand.Create().Parse(line)));

    [Fact]
    public void Every_verb_has_help_with_examples_that_are_themselves_good_usage()
    {
        RootCommand root = LabCommand.Create();
        foreach (string verb in root.Subcommands.Select(c => c.Name).Append(""))
        {
            using var output = new StringWriter();
            root.Parse($"{verb} --help").Invoke(new InvocationConfiguration { Output = output });
            string[] lines = output.ToString().ReplaceLineEndings("\n").Split('\n');
            string[] examples = [.. lines.SkipWhile(l => l != "Examples:").Skip(1).TakeWhile(l => l.Length > 0)];
            Assert.NotEmpty(examples);
            foreach (string example in examples.Select(e => e[(e.IndexOf("./lab", StringComparison.Ordinal) + 5)..].Split("   ")[0]))
                Assert.Null(BadUsage.Of(root.Parse(example)));
        }
    }
}
