namespace CachingLab.Worker.Calls;

/// <summary>An exception as data.</summary>
/// <param name="TypeNames">Full names of its type and the bases, the most derived first.</param>
/// <param name="Message">Its message, cut where it is very long.</param>
/// <param name="Token">The number of the exam's own exception, when the same instance came back.</param>
/// <param name="At">The index of the input at which the code threw.</param>
/// <param name="Line">The line of the cell it was thrown from, counted from 1, or null when unknown.</param>
/// <param name="Stack">The start of its stack trace, when it is the exam's own exception.</param>
/// <param name="Failure">The index of the exam's failure that it is, or null; <paramref name="Message"/> is then the failure's message.</param>
public sealed record WireError(
    IReadOnlyList<string> TypeNames, string Message, int? Token = null, int At = 0, int? Line = null, string? Stack = null, int? Failure = null)
{
    internal void Write(WireWriter to)
    {
        to.Texts(TypeNames);
        to.Text(Message);
        if (to.Has(Token))
            to.Number(Token!.Value);
        to.Number(At);
        if (to.Has(Line))
            to.Number(Line!.Value);
        to.TextOrNull(Stack);
        if (to.Has(Failure))
            to.Number(Failure!.Value);
    }

    internal static WireError Read(WireReader from) => new(
        from.Texts(), from.Text(), from.Flag() ? from.Number() : null, from.Number(), from.Flag() ? from.Number() : null, from.TextOrNull(),
        from.Flag() ? from.Number() : null);
}
