using Microsoft.ML.Tokenizers;

namespace CachingLab.Production.Tests.BuiltIn;

/// <summary>What notebook 08 says of Microsoft.ML.Tokenizers.</summary>
public sealed class TokenizerTests
{
    private static readonly TiktokenTokenizer O200k = TiktokenTokenizer.CreateForEncoding("o200k_base");

    [Fact]
    public void A_time_has_fewer_characters_than_a_question_and_twice_the_tokens()
    {
        Assert.Equal(7, O200k.CountTokens("How do I reset my password?"));
        Assert.Equal(15, O200k.CountTokens("2026-12-01T09:30:12.345Z"));
    }

    [Fact]
    public void It_does_not_know_every_model_s_name() =>
        Assert.Throws<NotSupportedException>(() => TiktokenTokenizer.CreateForModel("gpt-5.2"));

    [Theory]
    [InlineData("gpt-4o")]
    [InlineData("gpt-5")]
    public void The_names_that_it_knows_have_the_vocabulary_o200k_base(string model) =>
        Assert.Equal(O200k.EncodeToIds("Caf\u00e9, 2026-12-01"), TiktokenTokenizer.CreateForModel(model).EncodeToIds("Caf\u00e9, 2026-12-01"));
}
