// answer: wrong
// fails: no-boundary-collision, any-culture, tools-count, examples-count, equal-lists-same-key, null-is-not-zero,future-fields-count, negative-zero
// misses: lone-surrogates
// misconception: Hashes ToString of the record, which shows a list by its type's name
using System;
using System.Security.Cryptography;
using System.Text;
using CachingLab;

string MakeCacheKeyTodo(LlmRequest request) =>
    Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(request.ToString())));
