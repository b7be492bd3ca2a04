decimal Cost(UsageDetails usage, ModelPrice price) =>
    (usage.InputTokenCount!.Value * price.InputPerMillion + usage.OutputTokenCount!.Value * price.OutputPerMillion) / 1_000_000m;
