namespace CachingLab.Cli.Help;

/// <summary>What kind of help a <see cref="Hint"/> is.</summary>
internal enum HintKind
{
    /// <summary>The next of the requirement's hints.</summary>
    Next,

    /// <summary>All of them were shown; the text says where to look now.</summary>
    AllShown,

    /// <summary>There is no answer yet; the text says so, and the exercise's first step follows.</summary>
    FirstStep,

    /// <summary>The answer did not get as far as the requirements; the text says why.</summary>
    Stopped,
}
