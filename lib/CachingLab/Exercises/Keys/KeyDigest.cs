using System.Numerics;

namespace CachingLab.Exercises.Keys;

/// <summary>A number in place of a key, where there are so many keys that they would take more time and memory than they are worth.</summary>
internal static class KeyDigest
{
    /// <summary>In place of the digest of a key that is none, or not fit to be judged.</summary>
    public const long Unfit = 0;

    /// <summary>Equal for equal keys; for two different ones only by a chance of one in 2^64.</summary>
    public static long Of(string key)
    {
        ulong digest = (ulong)key.Length;
        foreach (char c in key)
            digest = (BitOperations.RotateLeft(digest, 23) ^ c) * 0x9E37_79B9_7F4A_7C15;
        return (long)digest;
    }
}
