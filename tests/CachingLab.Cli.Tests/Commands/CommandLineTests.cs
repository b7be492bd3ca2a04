using System.CommandLine;
using CachingLab.Cli.Commands;

namespace CachingLab.Cli.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("graed", "grade")]
    [InlineData("hnit cache-key", "hint")]
    [InlineData("updaet", "update")]
    [InlineData("tset", "test")]
    [InlineData("restor cache-key", "restore")]
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
    [InlineData("reset")]
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
    [InlineData("hint")]
    [InlineData("help")]
    [InlineData("help grade")]
    [InlineData("test")]
    [InlineData("test 01")]
    [InlineData("--version")]
    [InlineData("grade --json -")]
    public void Good_usage_is_not_complained_of(string line) => Assert.Null(BadUsage.Of(LabCommand.Create().Parse(line)));

    [Theory]
    [InlineData("rset cache-key")]
    [InlineData("reest")]
    [InlineData("resett")]
    public void No_guess_leads_to_the_verb_that_takes_an_answer_out_of_its_cell(string line) =>
        Assert.DoesNotContain("'reset'", BadUsage.Of(LabCommand.Create().Parse(line)), StringComparison.Ordinal);

    [Theory]
    [InlineData("help", "--help")]
    [InlineData("help grade", "grade --help")]
    [InlineData("help help", "help --help")]
    public void Help_is_a_verb_too(string line, string same) => Assert.Equal(Run(same), Run(line));

    [Fact]
    public void Help_for_a_verb_that_there_is_not_names_the_nearest()
    {
        (int code, string output, string errors) = Run("help graed");
        Assert.Equal((2, "", $"lab: there is no verb 'graed'. Did you mean 'grade'?\nSee '{LabCall.Name} --help'.\n"), (code, output, errors));
    }

    private static (int Code, string Output, string Errors) Run(string line)
    {
        using StringWriter output = new() { NewLine = "\n" }, errors = new() { NewLine = "\n" };
        int code = LabCommand.Create().Parse(line).Invoke(new InvocationConfiguration { Output = output, Error = errors });
        return (code, output.ToString(), errors.ToString());
    }

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
            foreach (string example in examples.Select(e => e[(e.IndexOf(LabCall.Name, StringComparison.Ordinal) + LabCall.Name.Length)..].Split("   ")[0]))
                Assert.Null(BadUsage.Of(root.Parse(example)));
        }
    }
}
