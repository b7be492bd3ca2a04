using Microsoft.Extensions.AI;

namespace CachingLab.Production.Tests.BuiltIn;

/// <summary>What notebook 07 says of a response.</summary>
public sealed class ChatResponseTests
{
    [Fact]
    public void Its_text_has_a_line_for_each_message_and_leaves_out_what_the_model_thought()
    {
        ChatResponse response = new([
            new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("Let me think."), new TextContent("One ")]),
            new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("call-1", "refund"), new TextContent("two.")]),
        ]);
        Assert.Equal("One \ntwo.", response.Text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_finish_reason_may_be_missing_and_a_provider_may_send_one_of_its_own()
    {
        Assert.Null(new ChatResponse(new ChatMessage(ChatRole.Assistant, "Yes.")).FinishReason);
        Assert.Equal("pause_turn", new ChatFinishReason("pause_turn").Value);
        Assert.NotEqual(ChatFinishReason.Stop, new ChatFinishReason("pause_turn"));
    }
}
