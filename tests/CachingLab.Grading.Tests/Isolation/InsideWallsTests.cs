namespace CachingLab.Grading.Tests.Isolation;

/// <summary>What an answer may use, and finds working behind walls as it does without.</summary>
public sealed class InsideWallsTests
{
    [Theory]
    [InlineData("Parallel.For(0, 100, _ => GC.KeepAlive(new byte[1_000_000]))")]
    [InlineData("Task.Run(() => 1).Result")]
    [InlineData("Task.Delay(20).Wait(5000)")]
    [InlineData("Started(new System.Threading.Thread(() => { }))")]
    [InlineData("Collected()")]
    [InlineData("new System.Threading.Timer(_ => { }, null, 1, 1)")]
    [InlineData("System.Diagnostics.Stopwatch.StartNew().Elapsed")]
    [InlineData("Deep(5000)")]
    [InlineData("File.ReadAllText(Written(\"a\"))")]
    [InlineData("Moved(Written(\"b\"), \"c\")")]
    [InlineData("Moved(Written(\"d\"), Directory.CreateDirectory(\"e\").FullName + \"/d\")")]
    [InlineData("Replaced(Written(\"f\"), Written(\"g\"))")]
    [InlineData("Copied(Written(\"h\"), \"i\")")]
    [InlineData("Deleted(Directory.CreateDirectory(\"j/k\").FullName)")]
    [InlineData("File.Create(Path.GetTempFileName())")]
    [InlineData("Mode(Written(\"l\"))")]
    [InlineData("Dated(Written(\"m\"))")]
    [InlineData("Locked(\"n\")")]
    [InlineData("System.IO.MemoryMappedFiles.MemoryMappedFile.CreateFromFile(Written(\"o\"))")]
    [InlineData("new System.Threading.Mutex(false).WaitOne()")]
    [InlineData("new System.Threading.SemaphoreSlim(1).WaitAsync().Wait(5000)")]
    [InlineData("System.Security.Cryptography.SHA256.HashData(new byte[1])")]
    [InlineData("System.Security.Cryptography.RandomNumberGenerator.GetInt32(5)")]
    [InlineData("Guid.NewGuid()")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(new { A = 1 })")]
    [InlineData("System.Text.RegularExpressions.Regex.IsMatch(\"a\", \"a+\", System.Text.RegularExpressions.RegexOptions.Compiled)")]
    [InlineData("\"I\".ToLower(new System.Globalization.CultureInfo(\"tr-TR\")) + 1.5.ToString(new System.Globalization.CultureInfo(\"de-DE\")) + \"a\".Normalize()")]
    [InlineData("TimeZoneInfo.FindSystemTimeZoneById(\"Europe/Berlin\").BaseUtcOffset + TimeZoneInfo.Local.Id")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Id + System.Diagnostics.Process.GetCurrentProcess().ProcessName")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().WorkingSet64 + System.Diagnostics.Process.GetCurrentProcess().StartTime.Ticks")]
    [InlineData("Environment.MachineName + Environment.OSVersion + Environment.ProcessPath + Environment.CurrentDirectory + Environment.ProcessorCount")]
    [InlineData("Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.GetTempPath() + Environment.CommandLine")]
    [InlineData("Console.OutputEncoding + \"\" + Console.IsOutputRedirected + Console.In.Read()")]
    [InlineData("System.Reflection.Assembly.Load(\"System.Xml.Linq\")")]
    [InlineData("Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance")]
    [InlineData("new System.IO.Compression.GZipStream(Stream.Null, System.IO.Compression.CompressionLevel.Fastest)")]
    [InlineData("((Func<int>)System.Linq.Expressions.Expression.Lambda<Func<int>>(System.Linq.Expressions.Expression.Constant(1)).Compile())()")]
    public async Task It_can(string act)
    {
        Assert.SkipWhen(Ran.NoWalls is not null, Ran.NoWalls ?? "");
        string statement = act.StartsWith("Parallel", StringComparison.Ordinal) ? $"{act};" : $"object done = {act}; Console.WriteLine(done != null ? \"done\" : \"null\");";
        Ran ran = await Ran.CodeAsync($$"""
            using System.Threading;
            string Written(string name) { File.WriteAllText(name, "x"); return Path.GetFullPath(name); }
            bool Moved(string from, string to) { File.Move(from, to, true); return File.Exists(to) ? true : throw new Exception("not moved"); }
            bool Replaced(string from, string to) { File.Replace(from, to, null); return !File.Exists(from) ? true : throw new Exception("not replaced"); }
            bool Copied(string from, string to) { File.Copy(from, to, true); return File.ReadAllText(to) == "x" ? true : throw new Exception("not copied"); }
            bool Deleted(string folder) { Directory.Delete(folder); return !Directory.Exists(folder) ? true : throw new Exception("not deleted"); }
            bool Mode(string file) { File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite); return true; }
            bool Dated(string file) { File.SetLastWriteTimeUtc(file, DateTime.UtcNow); return true; }
            bool Locked(string file)
            {
                using var one = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                try { new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose(); } catch (IOException) { return true; }
                throw new Exception("not locked");
            }
            bool Started(Thread thread) { thread.Start(); thread.Join(); return true; }
            bool Collected() { GC.Collect(); GC.WaitForPendingFinalizers(); return GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > 0; }
            int Deep(int n) => n == 0 ? 1 : Deep(n - 1) + 1;
            {{statement}}
            """, walls: true);
        Assert.True(ran.Error is null && ran.End is null, ran.ToString());
    }
}
