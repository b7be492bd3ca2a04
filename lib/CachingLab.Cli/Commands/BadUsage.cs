using System.CommandLine;
using CachingLab.Cli.Helping;

namespace CachingLab.Cli.Commands;

/// <summary>What is said of a command line that cannot be understood: a line or two, not the whole help.</summary>
internal static class BadUsage
{
    private const int Near = 3;

    /// <summary>The line, and the next one with what to do.</summary>
    public static string Of(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string help = $"See './lab {(command is RootCommand ? "" : command.Name + " ")}--help'.";
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            IEnumerable<string> words = unknown.StartsWith('-')
                ? command.Options.Select(o => o.Name).Append("--help")
                : command.Subcommands.Select(c => c.Name);
            string what = unknown.StartsWith('-') ? "option" : command is RootCommand ? "verb" : "argument";
            string? nearest = NearestWord.Of(unknown, words);
            string guess = nearest is not null && NearestWord.Distance(unknown, nearest) <= Near ? $" Did you mean '{nearest}'?" : "";
            return $"lab: there is no {what} '{unknown}'.{guess}\n{help}";
        }

        return $"lab: {parsed.Errors[0].Message}\n{help}";
    }
}
