using CachingLab.Grading.Records;

namespace CachingLab.Cli.Watch;

/// <summary>Something that the loop answers to.</summary>
internal abstract record LabEvent;

/// <summary>A key was pressed.</summary>
internal sealed record KeyPressed(ConsoleKeyInfo Key) : LabEvent;

/// <summary>The terminal has another size.</summary>
internal sealed record Resized : LabEvent;

/// <summary>The watcher saw something.</summary>
internal sealed record Seen(WatchEvent What) : LabEvent;

/// <summary>Exercises are going to be checked.</summary>
internal sealed record ChecksBegun(IReadOnlyList<string> Exercises) : LabEvent;

/// <summary>A verdict is there.</summary>
/// <param name="Record">The verdict.</param>
/// <param name="Show">Whether the learner waits for it: false for what was there when the lab was started.</param>
internal sealed record Judged(ExerciseRecord Record, bool Show) : LabEvent;

/// <summary>No more verdicts come of one save: all are there, or it was given up for a newer one.</summary>
/// <param name="Notebook">The notebook's name.</param>
/// <param name="Exercises">What was to be checked.</param>
/// <param name="Trouble">Why there was nothing to check, in one line, or null.</param>
internal sealed record ChecksEnded(string Notebook, IReadOnlyList<string> Exercises, string? Trouble = null) : LabEvent;
