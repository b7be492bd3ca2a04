using CachingLab.Exams;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.FileCache;

/// <summary>A cache that survives a restart.</summary>
public static class FileCacheExercise
{
    internal const string Class = "SimpleFileCache";
    private const string SharedId = "shared-path";

    private static readonly CacheRules<IFileCacheMaker> Rules = new(
        (maker, exam) => FileCacheRequirements.OpenAsync(maker, exam, FileTrial.NewPath(exam)), plain: true, (Texts: 54, Longest: 6_000));

    public static Exercise<IFileCacheMaker> Exercise { get; } = new("file-cache", "The file cache", "03-file-cache", Class,
    [
        new("creates-file", "The constructor makes the missing folders and a file holding {}", FileCacheRequirements.CreatesAsync,
            "What is on disk after the constructor has run, when nothing was there before?",
            "A file cannot be written into a folder that does not exist. Directory.CreateDirectory makes all missing ones, and does nothing when they are there.",
            "In the constructor: Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!); if (!File.Exists(path)) File.WriteAllText(path, \"{}\");"),
        new("path-without-folder", "A path without a folder is a file in the working folder",
            (maker, exam) => exam.Folder.WorkInAsync(() => FileCacheRequirements.BareAsync(maker, exam)),
            "What is the folder of \"answers.json\"? Print Path.GetDirectoryName(\"answers.json\").",
            "It is the empty text, and Directory.CreateDirectory(\"\") throws. A path without a folder lies in the working folder, which is there already.",
            "Make the path absolute first: string full = Path.GetFullPath(path); Directory.CreateDirectory(Path.GetDirectoryName(full)!);"),
        new("keeps-existing-file", "The constructor leaves an existing file as it is", FileContentRequirements.KeepsAsync,
            "Yesterday's answers are in that file. What does today's constructor do to them?",
            "Look before you write, and do not tidy up: another layout is no reason to rewrite the file.",
            "if (!File.Exists(path)) File.WriteAllText(path, \"{}\"); and nothing else that writes in the constructor."),
        Rules.MissIsNull,
        Rules.HitIsExact,
        Rules.SetReplaces,
        Rules.KeysAreOrdinal,
        new(SharedId, "What one instance sets, another on the same path reads", FileCacheRequirements.SharedAsync,
            "Two instances, one file. One sets: how does the other come to know?",
            "A copy that was read in the constructor grows old, and writing it back wipes out what others wrote since.",
            "Read the file in every Get; in every Set read it, change the one entry, write it.")
        { After = ["miss-is-null", "set-replaces"] },
        new("paths-are-apart", "Two paths share nothing", FileCacheRequirements.ApartAsync,
            "Two instances, two files: does a value set in one turn up in the other?",
            "Look for static: what is static exists once, whatever the path.",
            "Keep the path in a readonly field of the instance, and use the whole path, not the file's name alone.")
        { After = ["creates-file", "miss-is-null"] },
        new("readable-file", "The file is UTF-8 JSON that a person can read, keys in ordinal order", FileContentRequirements.ReadableAsync,
            "Open the file in your editor. Could you find an entry, and would a diff of two versions be short?",
            "JsonSerializerOptions has WriteIndented and Encoder; SortedDictionary with StringComparer.Ordinal has the order; "
                + "File.WriteAllText without an encoding writes UTF-8 without a mark.",
            "new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping } "
                + "and a SortedDictionary<string, string>(entries, StringComparer.Ordinal)."),
        new("round-trip", "Every text comes back exactly as it was, through the file", FileContentRequirements.RoundTripAsync,
            "Line breaks, quotes, accents, emoji, invisible characters: which of them does your file change?",
            "Do not build JSON by hand, and do not clean the texts: no Replace, no Normalize. Read and write with one encoding, UTF-8.",
            "JsonSerializer.Serialize and Deserialize<Dictionary<string, string>> bring every text back as it was."),
        new("damaged-file", "A damaged file is reported or kept aside, never silently overwritten", FileContentRequirements.DamagedAsync,
            "A power cut left half a file. What does your cache do with it, and what does its owner learn?",
            "JsonException says what is wrong but not in which file. And starting afresh with {} loses what could have been saved.",
            "catch (JsonException e) { throw new InvalidDataException($\"{path} is damaged: {e.Message}\", e); } "
                + "Or File.Move it to path + \".damaged\" first, and go on with nothing."),

        // Late, because it may wait for a time that the cell names; the time passes meanwhile.
        Rules.HitStays,
        new("no-torn-read", "A reader never sees a half-written file", FileRaces.NoTornReadAsync,
            "File.WriteAllText empties the file, then fills it. What does someone see who reads in between?",
            "Write to another file in the same folder, and let it take the place of the old one in a single step.",
            "string temporary = $\"{path}.{Guid.NewGuid():N}.tmp\"; File.WriteAllText(temporary, json); File.Move(temporary, path, overwrite: true);")
        { Stretch = true },
        new("parallel-sets", "Parallel Sets on one path lose nothing", FileRaces.ParallelSetsAsync,
            "Two threads read the same file, each adds its entry, each writes. Whose entry survives?",
            "Reading, changing and writing must be one step, for all instances on that path: a lock in the instance is not enough.",
            "private static readonly ConcurrentDictionary<string, object> Locks = new(); and in Set: lock (Locks.GetOrAdd(Path.GetFullPath(path), _ => new object())) { ... }")
        { After = [SharedId], Stretch = true },
        Rules.NullKey,
    ])
    {
        AnswerMinutes = 11,
        FirstStep = "Start with the constructor: keep the path in a field, make the folders that are missing, and write {} if there is no file yet. "
            + "Get and Set come after that.",
    };
}
