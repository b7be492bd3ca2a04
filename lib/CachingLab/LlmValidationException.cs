namespace CachingLab;

/// <summary>The answer arrived and was parsed, and it broke a rule of the caller's.</summary>
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
