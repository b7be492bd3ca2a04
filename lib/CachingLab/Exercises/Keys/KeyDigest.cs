using System.Numerics;

namespace CachingLab.Exercises.Keys;

/// <summary>A number in place of a key, which saves time and memory where there are many keys.</summary>
internal static class KeyDigest
{
    /// <summary>The digest of a key that is null or has an invalid length.</summary>
    public const long Unfit = 0;

    /// <summary>The digest of a key: equal for equal keys, and for different keys only by a chance of about one in 2^64.</summary>
    public static long Of(string key)
    {
        ulong digest = (ulong)key.Length;
        foreach (char c in key)
            digest = (BitOperations.RotateLeft(digest, 23) ^ c) * 0x9E37_79B9_7F4A_7C15;
        return (long)digest;
    }
}
