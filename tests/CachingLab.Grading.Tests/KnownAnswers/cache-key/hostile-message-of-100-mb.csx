// answer: hostile
// ends: failed,blocked,out-of-memory
// attack: Throws an exception with a message of a hundred million characters
using System;
using CachingLab;

string MakeCacheKey(LlmRequest request) =>
    throw new InvalidOperationException(new string('x', 100_000_000));
