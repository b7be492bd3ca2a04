using CachingLab.Notebooks;

namespace CachingLab.Cli.Watch;

/// <summary>What a watcher saw of one notebook.</summary>
/// <param name="Name">The notebook's name, without folder and extension.</param>
internal abstract record WatchEvent(string Name) : LabEvent;

/// <summary>The notebook was saved with other content, or seen for the first time.</summary>
/// <param name="Name">The notebook's name.</param>
/// <param name="Notebook">Its content.</param>
/// <param name="Note">Why it was read from another file than its own, or null.</param>
internal sealed record NotebookSaved(string Name, Notebook Notebook, string? Note) : WatchEvent(Name);

/// <summary>The notebook cannot be read, most likely because an editor is writing it.</summary>
/// <param name="Name">The notebook's name.</param>
internal sealed record NotebookSaving(string Name) : WatchEvent(Name);

/// <summary>The notebook can be read again and has not changed.</summary>
/// <param name="Name">The notebook's name.</param>
internal sealed record NotebookUnchanged(string Name) : WatchEvent(Name);

/// <summary>The notebook stays unreadable.</summary>
/// <param name="Name">The notebook's name.</param>
/// <param name="Reason">Why, in one line.</param>
internal sealed record NotebookBroken(string Name, string Reason) : WatchEvent(Name);
