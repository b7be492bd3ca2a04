// answer: wrong
// fails: missing-is-zero
// misconception: Lets null run through the sum, and takes no price at all when a count is missing
using System;
using CachingLab.Production;
using Microsoft.Extensions.AI;

decimal Cost(UsageDetails usage, ModelPrice price)
{
    if ((usage.InputTokenCount + usage.OutputTokenCount) is null)
        return 0;
    long input = usage.InputTokenCount ?? 0;
    long cached = usage.CachedInputTokenCount ?? 0;
    long output = usage.OutputTokenCount ?? 0;
    long fresh = price.InputIncludesCached ? Math.Max(0, input - cached) : input;
    return (fresh * price.InputPerMillion + cached * price.CachedInputPerMillion + output * price.OutputPerMillion) / 1_000_000m;
}
