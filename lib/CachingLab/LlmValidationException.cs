namespace CachingLab;

/// <summary>Thrown when an answer was parsed but breaks one of the caller's rules.</summary>
public sealed class LlmValidationException : Exception
{
    public LlmValidationException()
        : base("The model's answer broke a rule.")
    {
    }

    public LlmValidationException(string message)
        : base(message)
    {
    }

    public LlmValidationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
