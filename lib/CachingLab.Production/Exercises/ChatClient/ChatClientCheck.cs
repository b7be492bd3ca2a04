using CachingLab.Production.Exercises.ChatClient;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;

namespace CachingLab.Production;

public static partial class ProductionCheck
{
    public static Task ChatClientAsync(Func<IChatClient, IDistributedCache, DelegatingChatClient> create) =>
        HandAsync(ChatClientExercise.Exercise, new LocalChatClientMaker(create), create);
}
