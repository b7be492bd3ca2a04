namespace CachingLab.Exercises;

/// <summary>One notebook of the course.</summary>
/// <param name="Name">Its file name without folder and extension.</param>
/// <param name="Title">A few words for boards.</param>
/// <param name="Minutes">How long it takes a C# developer who has called a model's API once.</param>
public sealed record CourseNotebook(string Name, string Title, int Minutes);
