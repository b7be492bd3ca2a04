namespace CachingLab.Exams;

/// <summary>
/// Marks a method of an interface that is called from another process without a reply: its calls keep their order, and the caller does not wait.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NoticeAttribute : Attribute;
