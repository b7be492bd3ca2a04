// answer: right
// style: a finished function, and below it what was tried in the notebook: the engine's own functions are left over
// misses: negative-zero, lone-surrogates
using System;
using System.Security.Cryptography;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request)));

var tried = display(MakeCacheKey(new LlmRequest("demo", "Be brief.", "Hello")));
tried.Update("another");
HTML("<b>key</b>").Display();
CSS("b { color: green }");
Javascript("console.log('done')");
new[] { 1, 2 }.DisplayTable();
"<i>done</i>".DisplayAs("text/html");
display(HTML("<i>done</i>"), "text/html");
