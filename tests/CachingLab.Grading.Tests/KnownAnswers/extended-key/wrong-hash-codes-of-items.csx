// answer: wrong
// fails: another-process,schema-key-order
// misses: lone-surrogates
// misconception: Believes that the hash code of a record depends on its content alone: its texts are salted in each process
using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string Value(object value) => value switch
{
    null => "null",
    string s => JsonSerializer.Serialize(s),
    double d => "d" + (d + 0.0).ToString("R", CultureInfo.InvariantCulture),
    IFormattable f => "f" + f.ToString(null, CultureInfo.InvariantCulture),
    IEnumerable list => "[" + string.Join(",", list.Cast<object>().Select(i => i is null ? "null" : $"{i.GetHashCode():x}")) + "]",
    _ => $"o{value.GetHashCode():x}",
};
string MakeCacheKeyTodo(LlmRequest request)
{
    string all = string.Join(",", request.GetType().GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Name + "=" + Value(p.GetValue(request))));
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
}
