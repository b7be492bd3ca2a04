namespace CachingLab.Exams;

/// <summary>
/// Marks an interface method that is called from another process without a reply. Its calls keep their order, and the caller does not wait.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NoticeAttribute : Attribute;
