decimal Cost(UsageDetails usage, ModelPrice price) =>
    ((usage.InputTokenCount ?? 0) * price.InputPerMillion + (usage.OutputTokenCount ?? 0) * price.OutputPerMillion) / 1_000;
