// answer: right
// style: a class with a method for each line of the bill
using CachingLab.Production;
using Microsoft.Extensions.AI;

sealed class Bill
{
    private const decimal PerMillion = 0.000001m;
    private decimal total;

    public Bill Add(long? tokens, decimal price)
    {
        if (tokens is > 0)
            total += tokens.Value * price * PerMillion;
        return this;
    }

    public decimal Total => total;
}

decimal Cost(UsageDetails usage, ModelPrice price)
{
    long? fresh = usage.InputTokenCount;
    if (price.InputIncludesCached && usage.CachedInputTokenCount.HasValue)
        fresh -= usage.CachedInputTokenCount;
    return new Bill().Add(fresh, price.InputPerMillion).Add(usage.CachedInputTokenCount, price.CachedInputPerMillion).Add(usage.OutputTokenCount, price.OutputPerMillion).Total;
}
