// answer: wrong
// fails: exact
// misconception: Charges every begun thousand
using System;
using CachingLab.Production;
using Microsoft.Extensions.AI;

decimal Cost(UsageDetails usage, ModelPrice price)
{
    long input = usage.InputTokenCount ?? 0;
    long cached = usage.CachedInputTokenCount ?? 0;
    long output = usage.OutputTokenCount ?? 0;
    long fresh = price.InputIncludesCached ? Math.Max(0, input - cached) : input;
    return (Up(fresh) * price.InputPerMillion + Up(cached) * price.CachedInputPerMillion + Up(output) * price.OutputPerMillion) / 1_000m;

    static long Up(long tokens) => (tokens + 999) / 1_000;
}
