namespace CachingLab.Exams;

/// <summary>Checks the length of lists that come from the work's process. That process runs untrusted code.</summary>
internal static class ReplyLength
{
    /// <summary>Returns the list when it has that many items.</summary>
    /// <exception cref="WorkLostException">The list has another length, so the work's process does not run the course's code correctly.</exception>
    public static async Task<IReadOnlyList<T>> As<T>(this Task<IReadOnlyList<T>> asking, int count) =>
        await asking is { } list && list.Count == count ? list : throw new WorkLostException("your code's process gave another number of answers than it was asked for");
}
