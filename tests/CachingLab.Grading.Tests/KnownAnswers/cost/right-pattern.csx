// answer: right
// style: a switch over a tuple, a local function, expression bodies
using System;
using CachingLab.Production;
using Microsoft.Extensions.AI;

decimal Cost(UsageDetails usage, ModelPrice price)
{
    return (price.InputIncludesCached, usage) switch
    {
        (true, { InputTokenCount: { } input, CachedInputTokenCount: { } cached }) when cached >= input => All(0),
        (true, { InputTokenCount: { } input }) => All(input - (usage.CachedInputTokenCount ?? 0)),
        (false, { InputTokenCount: { } input }) => All(input),
        _ => All(0),
    };

    decimal All(decimal fresh) => Part(fresh, price.InputPerMillion) + Part(usage.CachedInputTokenCount, price.CachedInputPerMillion) + Part(usage.OutputTokenCount, price.OutputPerMillion);

    static decimal Part(decimal? count, decimal perMillion) => (count ?? 0m) * perMillion / 1_000_000m;
}
