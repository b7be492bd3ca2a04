using System.Runtime.ExceptionServices;

namespace CachingLab.Execution;

/// <summary>
/// Runs the compiler with a stack as deep as a cell can be long: nested parentheses make its parser recurse without looking at what is left,
/// and a stack that overflows ends the whole process.
/// </summary>
internal static class DeepStack
{
    // Reserved, not used, until something nests that deep: five kilobytes for each character of the longest cell.
    private const int StackBytes = 512 * 1024 * 1024;

    /// <summary>Runs the work on a thread of its own and waits for it.</summary>
    /// <exception cref="Exception">Whatever the work throws.</exception>
    public static T Run<T>(Func<T> work)
    {
        T? result = default;
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(Work, StackBytes) { IsBackground = true, Name = "cell compiler" };
        thread.Start();
        thread.Join();
        thrown?.Throw();
        return result!;

        void Work()
        {
            try
            {
                result = work();
            }
            catch (Exception e)
            {
                thrown = ExceptionDispatchInfo.Capture(e);
            }
        }
    }
}
