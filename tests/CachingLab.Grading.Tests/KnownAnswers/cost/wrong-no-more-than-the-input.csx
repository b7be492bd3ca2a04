// answer: wrong
// fails: cached-apart
// misconception: Never prices more cached tokens than there is input, whatever the provider counts
using System;
using CachingLab.Production;
using Microsoft.Extensions.AI;

decimal Cost(UsageDetails usage, ModelPrice price)
{
    long input = usage.InputTokenCount ?? 0;
    long cached = usage.CachedInputTokenCount ?? 0;
    if (!price.InputIncludesCached)
        cached = Math.Min(cached, input);
    long output = usage.OutputTokenCount ?? 0;
    long fresh = price.InputIncludesCached ? Math.Max(0, input - cached) : input;
    return (fresh * price.InputPerMillion + cached * price.CachedInputPerMillion + output * price.OutputPerMillion) / 1_000_000m;
}
