// answer: wrong
// fails: cached-included
// misconception: Takes what is included for paid with the input, at its price
using System;
using CachingLab.Production;
using Microsoft.Extensions.AI;

decimal Cost(UsageDetails usage, ModelPrice price)
{
    long input = usage.InputTokenCount ?? 0;
    long cached = usage.CachedInputTokenCount ?? 0;
    long output = usage.OutputTokenCount ?? 0;
    long fresh = input;
    if (price.InputIncludesCached)
        cached = 0;
    return (fresh * price.InputPerMillion + cached * price.CachedInputPerMillion + output * price.OutputPerMillion) / 1_000_000m;
}
