using System.CommandLine;
using System.CommandLine.Parsing;
using CachingLab.Cli.Helping;

namespace CachingLab.Cli.Commands;

/// <summary>What is said of a command line that cannot be understood: a line or two, not the whole help.</summary>
internal static class BadUsage
{
    private const int Near = 3;

    /// <summary>The line, and the next one with what to do; null when the command line is understood.</summary>
    public static string? Of(ParseResult parsed)
    {
        if (parsed.Action is HelpWithExamples)
            return null;
        Command command = parsed.CommandResult.Command;
        string help = $"See './lab {(command is RootCommand ? "" : command.Name + " ")}--help'.";
        if ((MistypedOption(parsed) ?? parsed.UnmatchedTokens.ElementAtOrDefault(0)) is { } unknown)
        {
            IEnumerable<string> words = unknown.StartsWith('-')
                ? command.Options.Select(o => o.Name).Append("--help")
                : command.Subcommands.Select(c => c.Name);
            string what = unknown.StartsWith('-') ? "option" : command is RootCommand ? "verb" : "argument";
            string? nearest = NearestWord.Of(unknown, words);
            string guess = nearest is not null && NearestWord.Distance(unknown, nearest) <= Near ? $" Did you mean '{nearest}'?" : "";
            return $"lab: there is no {what} '{unknown}'.{guess}\n{help}";
        }

        return parsed.Errors.Count > 0 ? $"lab: {parsed.Errors[0].Message}\n{help}" : null;
    }

    /// <summary>A word that begins as an option does and was taken for an argument; paths like that can stand behind <c>--</c>.</summary>
    private static string? MistypedOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(t => t.Type is not TokenType.DoubleDash)
        .FirstOrDefault(t => t.Type is TokenType.Argument && t.Value.StartsWith("--", StringComparison.Ordinal))?.Value;
}
