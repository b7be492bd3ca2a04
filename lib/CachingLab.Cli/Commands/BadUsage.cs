using System.CommandLine;
using System.CommandLine.Parsing;

namespace CachingLab.Cli.Commands;

/// <summary>The message about an invalid command line: a line or two, not the whole help.</summary>
internal static class BadUsage
{
    private const int Near = 3;

    // Never suggested: a typo in another verb must not lead to the removal of an answer.
    private const string Resetting = "reset";

    /// <summary>The error and what to do, in two lines; null when the command line is valid.</summary>
    public static string? Of(ParseResult parsed)
    {
        if (parsed.Action is HelpWithExamples)
            return null;
        Command command = parsed.CommandResult.Command;
        string? mistyped = MistypedOption(parsed);
        if (mistyped is not null && Nearest(mistyped, command) is not null)
            return Unknown(mistyped, command);
        if (parsed.UnmatchedTokens is [var unmatched, ..])
            return Unknown(unmatched, command);
        if (parsed.Errors is [var error, ..])
            return error.SymbolResult is null or { Tokens.Count: 0 } ? error.Message + See(command) : error.Message;
        return mistyped is null ? null : Unknown(mistyped, command);
    }

    /// <summary>The message about an unknown word, with the word that was probably meant.</summary>
    public static string Unknown(string word, Command command)
    {
        string meant = Nearest(word, command) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        return $"lab: there is no {Kind(word, command)} '{word}'.{meant}{See(command)}";
    }

    private static string See(Command command) => $"\nSee '{LabCall.Name} {(command is RootCommand ? "" : command.Name + " ")}--help'.";

    private static string Kind(string word, Command command) =>
        word.StartsWith('-') ? "option" : command is RootCommand ? "verb" : "argument";

    private static string? Nearest(string word, Command command)
    {
        IEnumerable<string> words = word.StartsWith('-')
            ? command.Options.Select(o => o.Name).Append("--help")
            : command.Subcommands.Select(c => c.Name).Where(n => n != Resetting);
        return NearestWord.Of(word, words) is { } nearest && NearestWord.Distance(word, nearest) <= Near ? nearest : null;
    }

    /// <summary>A word that looks like an option but was parsed as an argument. Such paths can follow <c>--</c>.</summary>
    private static string? MistypedOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(t => t.Type is not TokenType.DoubleDash)
        .FirstOrDefault(t => t.Type is TokenType.Argument && t.Value.StartsWith("--", StringComparison.Ordinal))?.Value;
}
