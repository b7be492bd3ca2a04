namespace CachingLab.Cli.Computer;

/// <summary>How a command ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it printed on stderr.</param>
internal sealed record CommandEnd(int Code, string Output, string Errors);
