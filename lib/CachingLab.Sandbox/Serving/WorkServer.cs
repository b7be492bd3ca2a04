using System.Collections.Concurrent;
using CachingLab.Exams;
using CachingLab.Sandbox.Protocol;
using CachingLab.Sandbox.Running;

namespace CachingLab.Sandbox.Serving;

/// <summary>Answers the exam's asks with the learner's work.</summary>
/// <param name="exam">The way back to the exam, for its model, caches and logs.</param>
internal sealed class WorkServer(ParentLink exam)
{
    private readonly ExceptionTable exceptions = new();
    private readonly List<ITestedCache> caches = [];
    private readonly ConcurrentDictionary<int, object> relays = new();
    private ExamDoor? door;

    public Message Answer(Message ask)
    {
        try
        {
            return ask switch
            {
                RunProgram program => Run(program),
                WarmUp => Warming.Do(),
                PlaceFile file => Place(file),
                MakeKeys keys => new TextsReply(Of(Work<IKeyMaker>().MakeKeysAsync(keys.Requests, keys.Culture))),
                MakeKeySeries keys => new TextsReply(Of(Work<IKeyMaker>().MakeKeysAsync(keys.Series))),
                OpenCache or GetEntry or GetEntries or SetEntry or SetSeries => UseCache(ask),
                CallLogged or CallCached => new TextReply(Of(CallAsync(ask))),
                AskPolicy policy => new FlagsReply(Of(Work<ICachePolicy>().ShouldCacheAsync(policy.Requests))),
                _ => throw new NotSupportedException($"no ask: {ask.GetType().Name}"),
            };
        }
        catch (AnswerException e)
        {
            return new ThrownReply(exceptions.Describe(e));
        }
        catch (Exception e)
        {
            return new ThrownReply(ExceptionTable.Describe(e, null, null));
        }
    }

    // Every ask has a thread of its own to wait on.
    private static T Of<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private Message Run(RunProgram program)
    {
        if (program.Exercise is null)
            return ProgramRunner.RunAll(program, exam.Tell);
        Check.Door = door = new ExamDoor(program.Exercise);
        return ProgramRunner.RunToDoor(program, door, exam.Tell);
    }

    private static Done Place(PlaceFile file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        File.WriteAllBytes(file.Path, file.Content.Span);
        return new Done();
    }

    private Message UseCache(Message ask)
    {
        switch (ask)
        {
            case OpenCache open:
                ITestedCache cache = open.Path is { } path
                    ? Of(Work<IFileCacheMaker>().OpenAsync(path))
                    : Of(Work<ICacheMaker>().CreateAsync());
                lock (caches)
                {
                    caches.Add(cache);
                    return new HandleReply(caches.Count - 1);
                }

            case GetEntry get:
                return new TextReply(Of(Cache(get.Cache).GetAsync(get.Key)));
            case GetEntries get:
                return new TextsReply(Of(Cache(get.Cache).GetManyAsync(get.Keys)));
            case SetEntry set:
                Cache(set.Cache).SetAsync(set.Key, set.Value).GetAwaiter().GetResult();
                return new Done();
            case SetSeries set:
                Cache(set.Cache).SetManyAsync(new EntrySeries(set.Prefix, set.Count, set.Length), set.Writers).GetAwaiter().GetResult();
                return new Done();
            default:
                throw new NotSupportedException($"no ask of a cache: {ask.GetType().Name}");
        }
    }

    private Task<string?> CallAsync(Message ask) => ask switch
    {
        CallLogged call => Work<ILoggedCall>().CallAsync(
            call.RequestId, call.Request, Llm(call.Llm, call.Terms), Log(call.Log, call.Terms)),
        CallCached call => Work<ICachedCall>().CallAsync(
            (ILlmCache)relays.GetOrAdd(call.Cache, handle => new RelayCache(exam, handle, exceptions)),
            call.Request,
            Llm(call.Llm, call.Terms),
            Log(call.Log, call.Terms)),
        _ => throw new NotSupportedException($"no call: {ask.GetType().Name}"),
    };

    // What is the same object there is the same one here: learners' code may keep something for each.
    private RelayLlm Llm(int handle, CallTerms terms)
    {
        var llm = (RelayLlm)relays.GetOrAdd(handle, h => new RelayLlm(exam, h, exceptions));
        llm.Form = terms.Form;
        return llm;
    }

    private LogCollector Log(int handle, CallTerms terms) =>
        (LogCollector)relays.GetOrAdd(handle, h => new LogCollector(entry => exam.Tell(new AddLog(h, entry))) { Off = terms.LevelsOff() });

    private TWork Work<TWork>()
        where TWork : class =>
        door?.Work as TWork ?? throw new InvalidOperationException($"the check cell has not handed over an {typeof(TWork).Name}");

    private ITestedCache Cache(int handle)
    {
        lock (caches)
            return caches[handle];
    }
}
