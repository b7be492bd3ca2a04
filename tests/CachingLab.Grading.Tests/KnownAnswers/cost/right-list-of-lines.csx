// answer: right
// style: the lines of a bill in a list of tuples, summed; each divided by itself
using System.Collections.Generic;
using System.Linq;
using CachingLab.Production;
using Microsoft.Extensions.AI;

decimal Cost(UsageDetails usage, ModelPrice price)
{
    var lines = new List<(decimal Count, decimal Price)>
    {
        (usage.CachedInputTokenCount.GetValueOrDefault(), price.CachedInputPerMillion),
        (usage.OutputTokenCount.GetValueOrDefault(), price.OutputPerMillion),
    };
    decimal fresh = usage.InputTokenCount.GetValueOrDefault();
    if (price.InputIncludesCached)
        fresh -= lines[0].Count;
    if (fresh > 0)
        lines.Add((fresh, price.InputPerMillion));
    return lines.Sum(l => l.Count / 1_000_000m * l.Price);
}
