namespace CachingLab.Grading.Isolation;

/// <summary>Thrown when an answer could not be judged because of the machine, so that nothing is known about the answer.</summary>
/// <param name="reason">What is wrong with the machine and what to do, in one line.</param>
public sealed class MachineFaultException(string reason) : Exception(Words + reason)
{
    /// <summary>How the message begins.</summary>
    public const string Words = "not graded, because ";

    /// <summary>What is wrong with the machine and what to do, in one line.</summary>
    public string Reason => reason;
}
