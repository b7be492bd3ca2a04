using System.Text;
using CachingLab.Exams;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.FileCache;

/// <summary>One damaged file, and what a cache does with it.</summary>
/// <param name="code">The C# of those bytes.</param>
/// <param name="earlier">The earlier damage of the same file, or null for a new file.</param>
internal sealed class DamagedFile(IFileCacheMaker maker, Exam exam, string damage, byte[] content, string code, DamagedFile? earlier = null)
{
    private const string Expected = "an error that names the file, or a miss with the damaged file kept aside";
    private readonly List<string> script = earlier?.script ?? [];
    private readonly string path = earlier?.path ?? FileTrial.NewPath(exam);
    private readonly string bytes = code;
    private readonly string name = earlier is null ? "cache" : "again";

    /// <summary>Whether the file is damaged after an instance has written it. The same instance then meets the damage.</summary>
    public bool Late { get; init; }

    public async Task CheckAsync()
    {
        CacheTrial? cache = Late ? await UsedAsync() : null;
        bool aside = earlier is not null && earlier.Copies().Any(f => f != path);
        exam.Folder.Write(path, content);
        if (earlier is not null || Late)
            script.Add($"File.WriteAllBytes(path, {bytes});");
        string key = exam.Word();
        string call = $"new {FileCacheExercise.Class}(path)";
        try
        {
            cache ??= await FileCacheRequirements.OpenAsync(maker, exam, path, name, script, given: bytes);
            MustBeKept("opening it");
            call = $"{name}.Get(\"{key}\")";
            await cache.ExpectAsync(key, null, $"Get on {damage}");
            MustBeKept("a Get");
            call = $"{name}.Set(\"{key}\", \"value\")";
            if (content.Length > 0 && !Copies().Any(f => f != path))
                throw exam.Unmet($"Get on {damage}, which was not kept aside", GotText.Value(null), Expected);
            await cache.SetAsync(key, "value");
            MustBeKept("a Set");
            await cache.ExpectAsync(key, "value", $"Get after Set on {damage}");
            if (aside && !earlier!.Copies().Any())
                throw exam.Unmet($"{damage}, and whether what was kept aside the first time is still there", GotText.Value(false), GotText.Value(true), CacheTrial.Code(
                    script, $"Got.Value(Directory.GetFiles(folder).Any(f => File.ReadAllBytes(f).AsSpan().SequenceEqual({earlier.bytes})));"));
        }
        catch (AnswerException e) when (!e.Is<NotImplementedException>())
        {
            if (!e.Message.Contains(Path.GetFileName(path), StringComparison.OrdinalIgnoreCase))
                throw exam.Unmet(damage, GotText.Thrown(e), Expected);
            script.Add($"Got.Thrown(() => {call});");
            MustBeKept("the error");
            if (cache is not null && await RefusesAsync(cache, key))
                return;
            MustBeKept("a Set that came after the error");
        }
    }

    private async Task<CacheTrial> UsedAsync()
    {
        CacheTrial used = await FileCacheRequirements.OpenAsync(maker, exam, path, name, script);
        await used.SetAsync("a", "b");
        return used;
    }

    private static async Task<bool> RefusesAsync(CacheTrial cache, string key)
    {
        try
        {
            await cache.SetAsync(key, "value");
            return false;
        }
        catch (AnswerException e) when (!e.Is<NotImplementedException>())
        {
            return true;
        }
    }

    // An empty file has no content to lose.
    private void MustBeKept(string after)
    {
        if (content.Length == 0 || Copies().Any())
            return;
        throw exam.Unmet(
            $"{damage}, after {after}",
            GotText.File(exam.Folder.Read(path)),
            "the damaged file left as it is, or kept aside under another name",
            CacheTrial.Code(script, CacheFile.Reading));
    }

    private IEnumerable<string> Copies() => exam.Folder.Files().Select(f => exam.Folder.PathOf(f.Split('/'))).Where(Holds);

    private bool Holds(string file) => exam.Folder.Read(file) is { } bytes && bytes.AsSpan().SequenceEqual(content);
}

/// <summary>Files that are not what a cache wrote.</summary>
internal static class Damages
{
    /// <summary>What happened to the file, what it holds, and the C# of those bytes.</summary>
    public static IEnumerable<(string Damage, byte[] Content, string Code)> Of(Exam exam)
    {
        string whole = $"{{\n  \"a\": \"{exam.Word()}\",\n  \"b\": \"{exam.Word()}\"\n}}";
        (string Damage, string Text)[] texts =
        [
            ("an empty file", ""),
            ("a file cut in half", whole[..(whole.Length / 2)]),
            ("a file cut after a backslash", $"{{\n  \"a\": \"{exam.Word()}\\"),
            ("a file cut within an escape", $"{{\n  \"a\": \"{exam.Word()}\\u00e"),
            ("a file that is not JSON", $"no cache here, {exam.Word()}"),
            ("a file with something after the object", whole + "}\n"),
            ("a file with a second object", whole + "\n{}\n"),
            ("a file with a comment", whole.Replace("{", "{ // kept by hand", StringComparison.Ordinal)),
            ("a file with an array", $"[\"{exam.Word()}\"]"),
            ("a file with a value that is no text", $"{{ \"a\": {exam.Random.Next(10, 99)} }}"),
        ];
        foreach ((string damage, string text) in texts)
            yield return (damage, Encoding.UTF8.GetBytes(text), CacheFile.Code(text));

        byte[] bytes = [0x00, 0xff, 0xfe, 0x80, .. Enumerable.Range(0, 12).Select(_ => (byte)exam.Random.Next(256))];
        yield return ("a file of random bytes", bytes, $"new byte[] {{ {string.Join(", ", bytes)} }}");
    }
}
