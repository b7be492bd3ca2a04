using System.Text;
using CachingLab.Exams;

namespace CachingLab.Exercises.FileCache;

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
