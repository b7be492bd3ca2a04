using CachingLab.Sandbox.Protocol;

namespace CachingLab.Sandbox.Serving;

/// <summary>The exam's model, called across the pipe.</summary>
internal sealed class RelayLlm(ParentLink exam, int handle, ExceptionTable exceptions) : ILlmClient
{
    /// <summary>How the next reply reaches the caller.</summary>
    public ReplyForm Form { get; set; }

    public Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default)
    {
        ReplyForm form = Form;
        Task<Message> asked = exam.AskAsync(new Complete(handle, request));

        // What comes in one piece here comes in one piece there: the caller waits for the pipe.
        return form is ReplyForm.AfterAYield ? LaterAsync(asked.WaitAsync(cancellationToken)) : Reply(asked.GetAwaiter().GetResult()).As(form).GiveAsync();
    }

    private async Task<string> LaterAsync(Task<Message> asked) => await Reply(await asked).GiveAsync();

    private FakeReply Reply(Message reply) => reply switch
    {
        TextReply { Value: { } answer } => FakeReply.Text(answer),
        ThrownReply thrown => FakeReply.Throws(exceptions.Copy(thrown.Error)),
        _ => throw new InvalidOperationException($"unexpected reply {reply.GetType().Name}"),
    };
}
