using CachingLab.Exams;
using CachingLab.Sandbox.Protocol;
using CachingLab.Sandbox.Running;

namespace CachingLab.Sandbox.Serving;

/// <summary>Answers the exam's asks with the learner's work.</summary>
internal sealed class WorkServer
{
    private readonly ExceptionTable exceptions = new();
    private readonly List<ITestedCache> caches = [];
    private ExamDoor? door;

    /// <summary>The way back to the exam, for its model, caches and logs; set before the first ask.</summary>
    public Peer Exam { get => field ?? throw new InvalidOperationException("no exam yet"); set; }

    public async Task<Message> AnswerAsync(Message ask, CancellationToken cancellationToken)
    {
        try
        {
            return ask switch
            {
                RunProgram program => await RunAsync(program),
                WarmUp => Warming.Do(),
                PlaceFile file => await PlaceAsync(file, cancellationToken),
                MakeKeys keys => new TextsReply(await Work<IKeyMaker>().MakeKeysAsync(
                    keys.Requests, keys.Culture, cancellationToken)),
                OpenCache or GetEntry or GetEntries or SetEntry or SetSeries => await UseCacheAsync(ask, cancellationToken),
                CallLogged or CallCached => new TextReply(await CallAsync(ask, cancellationToken)),
                AskPolicy policy => new FlagReply(
                    await Work<ICachePolicy>().ShouldCacheAsync(policy.Request, cancellationToken)),
                _ => throw new NotSupportedException($"no ask: {ask.GetType().Name}"),
            };
        }
        catch (AnswerException e)
        {
            return new ThrownReply(exceptions.Describe(e));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new ThrownReply(ExceptionTable.Describe(e, null, null));
        }
    }

    private async Task<Message> RunAsync(RunProgram program)
    {
        Task Tell(Message message) => Exam.TellAsync(message);
        if (program.Exercise is null)
            return await ProgramRunner.RunAllAsync(program, Tell);
        Check.Door = door = new ExamDoor(program.Exercise);
        return await ProgramRunner.RunToDoorAsync(program, door, Tell);
    }

    private static async Task<Message> PlaceAsync(PlaceFile file, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        await File.WriteAllBytesAsync(file.Path, file.Content, cancellationToken);
        return new Done();
    }

    private async Task<Message> UseCacheAsync(Message ask, CancellationToken cancellationToken)
    {
        switch (ask)
        {
            case OpenCache open:
                ITestedCache cache = open.Path is { } path
                    ? await Work<IFileCacheMaker>().OpenAsync(path, cancellationToken)
                    : await Work<ICacheMaker>().CreateAsync(cancellationToken);
                lock (caches)
                {
                    caches.Add(cache);
                    return new HandleReply(caches.Count - 1);
                }

            case GetEntry get:
                return new TextReply(await Cache(get.Cache).GetAsync(get.Key, cancellationToken));
            case GetEntries get:
                return new TextsReply(await Cache(get.Cache).GetManyAsync(get.Keys, cancellationToken));
            case SetEntry set:
                await Cache(set.Cache).SetAsync(set.Key, set.Value, cancellationToken);
                return new Done();
            case SetSeries set:
                await Cache(set.Cache).SetManyAsync(new EntrySeries(set.Prefix, set.Count), set.Writers, cancellationToken);
                return new Done();
            default:
                throw new NotSupportedException($"no ask of a cache: {ask.GetType().Name}");
        }
    }

    private Task<string?> CallAsync(Message ask, CancellationToken cancellationToken) => ask switch
    {
        CallLogged call => Work<ILoggedCall>().CallAsync(
            call.RequestId, call.Request, new RelayLlm(Exam, call.Llm, exceptions), Log(call.Log), cancellationToken),
        CallCached call => Work<ICachedCall>().CallAsync(
            new RelayCache(Exam, call.Cache, exceptions),
            call.Request,
            new RelayLlm(Exam, call.Llm, exceptions),
            Log(call.Log),
            cancellationToken),
        _ => throw new NotSupportedException($"no call: {ask.GetType().Name}"),
    };

    private LogCollector Log(int handle) =>
        new(entry => Exam.TellAsync(new AddLog(handle, entry)).GetAwaiter().GetResult());

    private TWork Work<TWork>()
        where TWork : class =>
        door?.Work as TWork ?? throw new InvalidOperationException($"the check cell has not handed over an {typeof(TWork).Name}");

    private ITestedCache Cache(int handle)
    {
        lock (caches)
            return caches[handle];
    }
}
