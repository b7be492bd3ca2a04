namespace CachingLab.Production;

/// <summary>How an answer says that it came from a cache. There is no convention, so the course has a name of its own.</summary>
public static class HitMark
{
    /// <summary>The name of the additional property, whose value is true.</summary>
    public const string Name = "lab.hit";
}
