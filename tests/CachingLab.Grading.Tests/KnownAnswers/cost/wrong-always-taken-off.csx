// answer: wrong
// fails: cached-apart
// misconception: Believes that every provider includes cached tokens in the input, as one does
using System;
using CachingLab.Production;
using Microsoft.Extensions.AI;

decimal Cost(UsageDetails usage, ModelPrice price)
{
    long input = usage.InputTokenCount ?? 0;
    long cached = usage.CachedInputTokenCount ?? 0;
    long output = usage.OutputTokenCount ?? 0;
    long fresh = Math.Max(0, input - cached);
    return (fresh * price.InputPerMillion + cached * price.CachedInputPerMillion + output * price.OutputPerMillion) / 1_000_000m;
}
