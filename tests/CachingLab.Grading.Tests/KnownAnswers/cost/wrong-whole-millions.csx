// answer: wrong
// fails: exact
// misconception: Divides whole numbers first: what is left of a million is lost
using System;
using CachingLab.Production;
using Microsoft.Extensions.AI;

decimal Cost(UsageDetails usage, ModelPrice price)
{
    long input = usage.InputTokenCount ?? 0;
    long cached = usage.CachedInputTokenCount ?? 0;
    long output = usage.OutputTokenCount ?? 0;
    long fresh = price.InputIncludesCached ? Math.Max(0, input - cached) : input;
    return fresh / 1_000_000 * price.InputPerMillion + cached / 1_000_000 * price.CachedInputPerMillion + output / 1_000_000 * price.OutputPerMillion;
}
