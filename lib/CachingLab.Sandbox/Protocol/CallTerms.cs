using CachingLab.Exams;
using CachingLab.Exercises;
using Microsoft.Extensions.Logging;

namespace CachingLab.Sandbox.Protocol;

/// <summary>What a call's model and log say without being asked across the pipe.</summary>
/// <param name="Form">How the model's reply reaches the caller.</param>
/// <param name="Off">The levels at which the log takes nothing, a bit for each.</param>
public readonly record struct CallTerms(ReplyForm Form, int Off)
{
    public static CallTerms Of(ILlmClient llm, LogCollector log)
    {
        ReplyForm form = llm switch
        {
            FakeLlm fake => fake.NextForm,
            TimedClient timed => timed.Inner.NextForm,
            _ => ReplyForm.AfterAYield,
        };
        return new CallTerms(form, log.Off.Aggregate(0, (bits, level) => bits | (1 << (int)level)));
    }

    /// <summary>The levels that <see cref="Off"/> stands for.</summary>
    public IReadOnlyList<LogLevel> LevelsOff()
    {
        int bits = Off;
        return bits == 0 ? [] : [.. Enum.GetValues<LogLevel>().Where(l => (bits & (1 << (int)l)) != 0)];
    }

    internal void Write(WireWriter to)
    {
        to.Number((int)Form);
        to.Number(Off);
    }

    internal static CallTerms Read(WireReader from) => new((ReplyForm)from.Number(), from.Number());
}
