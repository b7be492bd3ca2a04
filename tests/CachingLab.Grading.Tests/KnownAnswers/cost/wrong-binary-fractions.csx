// answer: wrong
// fails: exact
// misconception: Calculates in double, which has no exact tenths
using System;
using CachingLab.Production;
using Microsoft.Extensions.AI;

decimal Cost(UsageDetails usage, ModelPrice price)
{
    long input = usage.InputTokenCount ?? 0;
    long cached = usage.CachedInputTokenCount ?? 0;
    long output = usage.OutputTokenCount ?? 0;
    long fresh = price.InputIncludesCached ? Math.Max(0, input - cached) : input;
    return (decimal)((fresh * (double)price.InputPerMillion + cached * (double)price.CachedInputPerMillion + output * (double)price.OutputPerMillion) / 1e6);
}
