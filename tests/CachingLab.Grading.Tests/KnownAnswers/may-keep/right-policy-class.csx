// answer: right
// style: a class with one reason to refuse each
using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.AI;

static class Keeping
{
    static readonly List<Func<ChatResponse, bool>> Refusals =
    [
        response => response.FinishReason?.Value != "stop",
        response => response.Text.All(char.IsWhiteSpace),
        response => Has<FunctionCallContent>(response),
        response => Has<ErrorContent>(response),
    ];

    public static bool Allows(ChatResponse response) => Refusals.TrueForAll(refuses => !refuses(response));

    static bool Has<T>(ChatResponse response) => response.Messages.Any(message => message.Contents.OfType<T>().Any());
}

bool MayKeep(ChatResponse response) => Keeping.Allows(response);
