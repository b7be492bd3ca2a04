using CachingLab.Grading.Records;

namespace CachingLab.Cli.Watch;

/// <summary>An event of the learner's loop.</summary>
internal abstract record LabEvent;

/// <summary>A key was pressed.</summary>
internal sealed record KeyPressed(ConsoleKeyInfo Key) : LabEvent;

/// <summary>The terminal was resized.</summary>
internal sealed record Resized : LabEvent;

/// <summary>The checks of exercises begin.</summary>
internal sealed record ChecksBegun(IReadOnlyList<string> Exercises) : LabEvent;

/// <summary>An exercise was judged.</summary>
/// <param name="Record">The verdict.</param>
/// <param name="Show">Whether the learner waits for it; false for answers that were there at the start of the lab.</param>
internal sealed record Judged(ExerciseRecord Record, bool Show) : LabEvent;

/// <summary>The checks of one save have ended or were cancelled.</summary>
/// <param name="Notebook">The notebook's name.</param>
/// <param name="Exercises">The exercises that were to be checked.</param>
/// <param name="Trouble">Why the checks failed, in one line, or null.</param>
internal sealed record ChecksEnded(string Notebook, IReadOnlyList<string> Exercises, string? Trouble = null) : LabEvent;
