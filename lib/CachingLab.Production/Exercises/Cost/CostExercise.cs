using CachingLab.Exams;
using CachingLab.Exercises.Functions;

namespace CachingLab.Production.Exercises.Cost;

/// <summary>What does a call cost?</summary>
public static class CostExercise
{
    private const string CachedIncludedId = "cached-included";

    public static Exercise<IFunction<PricedCall, decimal>> Exercise { get; } = new("cost", "The price of a call", "08-providers-cache", "Cost",
    [
        new("exact", "Input and output are priced exactly", CostRequirements.ExactAsync,
            "One call costs a thousandth of a cent. What is left of that after your rounding?",
            "Stay in decimal, round nothing, and count in long. Reasoning tokens are among the output tokens already, and a total counts everything again.",
            "(input * price.InputPerMillion + output * price.OutputPerMillion) / 1_000_000m"),
        new("missing-is-zero", "A missing count is 0", CostRequirements.MissingAsync,
            "Not every provider counts everything. What is null times a price?",
            "Each of the three counts may be null by itself; the other two are still paid for.",
            "long cached = usage.CachedInputTokenCount ?? 0;"),
        new(CachedIncludedId, "Cached tokens that the input count includes are priced once, at their own price", CostRequirements.CachedIncludedAsync,
            "10,000 of input, 9,000 of them cached: how many tokens are there, and how many have which price?",
            "When price.InputIncludesCached is true, the cached tokens must leave the input before it is priced.",
            "long fresh = price.InputIncludesCached ? input - cached : input; then price fresh and cached apart."),
        new("cached-apart", "Cached tokens that the input count leaves out are priced too, at their own price", CostRequirements.CachedApartAsync,
            "1,000 of input, and 9,000 cached besides. How many tokens did the model read?",
            "When price.InputIncludesCached is false, nothing may be taken off the input. More cached tokens than input are quite usual then.",
            "fresh * price.InputPerMillion + cached * price.CachedInputPerMillion, where fresh is the whole input count."),
        new("never-negative", "More cached tokens than input never make a negative part", CostRequirements.NeverNegativeAsync,
            "Providers make mistakes too. What does your subtraction say of 100 tokens of input, 120 of them cached?",
            "The part at the full price ends at 0. The cached tokens keep their price, all of them.",
            "long fresh = Math.Max(0, input - cached);")
        { After = [CachedIncludedId] },
    ])
    {
        AnswerMinutes = 4,
        Place = 1,
        FirstStep = "Give each of the three counts a variable that is 0 where the provider says nothing. "
            + "Then ask which part of the input has the full price.",
    };
}
