// answer: wrong
// fails: exact, missing-is-zero, cached-included, cached-apart
// misconception: Takes the total less the input for the output, but not every provider adds up
using System;
using CachingLab.Production;
using Microsoft.Extensions.AI;

decimal Cost(UsageDetails usage, ModelPrice price)
{
    long input = usage.InputTokenCount ?? 0;
    long cached = usage.CachedInputTokenCount ?? 0;
    long output = (usage.TotalTokenCount ?? 0) - input;
    long fresh = price.InputIncludesCached ? Math.Max(0, input - cached) : input;
    return (fresh * price.InputPerMillion + cached * price.CachedInputPerMillion + output * price.OutputPerMillion) / 1_000_000m;
}
