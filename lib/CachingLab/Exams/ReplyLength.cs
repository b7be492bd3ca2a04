namespace CachingLab.Exams;

/// <summary>Checks the length of lists that come from the work's process. That process runs untrusted code.</summary>
internal static class ReplyLength
{
    /// <summary>The list, when it holds as many items as were asked for.</summary>
    /// <exception cref="WorkLostException">It does not: the work's process does not answer as the course's code does.</exception>
    public static async Task<IReadOnlyList<T>> As<T>(this Task<IReadOnlyList<T>> asking, int count) =>
        await asking is { } list && list.Count == count ? list : throw new WorkLostException("your code's process gave another number of answers than it was asked for");
}
