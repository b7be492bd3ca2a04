using System.IO.Compression;

namespace CachingLab.Grading.Tests.Submissions;

/// <summary>Writes a made-up class as platforms hand it out.</summary>
internal static class ClassLayouts
{
    /// <summary>What to give to <c>--learner</c> for the layout that no platform has.</summary>
    public const string Pattern = @"^group [12]/(?<name>[^/(]+) \((?<id>s\d+)\)/";

    private static readonly Dictionary<string, Action<ClassOf40, ClassWriter>> Known = new()
    {
        ["moodle-folders"] = (made, to) => Each(made, (l, f) => to.Add($"{l.First} {l.Last}_{l.Participant}_assignsubmission_file_/{f.Name}", f)),
        ["moodle.zip"] = (made, to) => Each(made, (l, f) => to.Add($"{l.First} {l.Last}_{l.Participant}_assignsubmission_file_/{f.Name}", f)),
        ["moodle-files.zip"] = (made, to) => Zips(made, (l, zip) => to.Add($"{l.First} {l.Last}_{l.Participant}_assignsubmission_file_work.zip", zip)),
        ["canvas.zip"] = (made, to) => Each(
            made,
            (l, f) => to.Add(
                $"{l.Sortable}_{(l.Number == 7 ? "LATE_" : "")}{l.User}_{70_000 + (l.Number * 2) + f.Copy}_{f.Notebook}{(f.Copy > 0 ? $"-{f.Copy}" : "")}.ipynb", f)),
        ["github-clones"] = (made, to) => Clones(made, to, l => $"cachinglab-{l.Login}"),
        ["gitlab.zip"] = (made, to) => Clones(made, to, l => $"all/cachinglab-{l.Login}-main"),
        ["folders"] = (made, to) => Each(made, (l, f) => to.Add($"{l.Id}/{f.Name}", f)),
        ["zips"] = (made, to) => Zips(made, (l, zip) => to.Add($"{l.Id}.zip", zip)),
        ["loose"] = (made, to) => Each(made, (l, f) => to.Add($"{l.Id}_{f.Name}", f)),
        ["pattern"] = (made, to) => Each(made, (l, f) => to.Add($"group {1 + (l.Number % 2)}/{l.First} {l.Last} ({l.Id})/{f.Name}", f)),
    };

    /// <summary>The layouts' names. Those that end in <c>.zip</c> are zips.</summary>
    public static IEnumerable<string> Names => Known.Keys;

    /// <summary>Writes the class, and returns the folder or zip to grade.</summary>
    /// <param name="made">The class.</param>
    /// <param name="name">The layout.</param>
    /// <param name="folder">Where to write it.</param>
    public static string Write(ClassOf40 made, string name, string folder)
    {
        string target = Path.Combine(folder, name);
        using var writer = new ClassWriter(target);
        Known[name](made, writer);
        return target;
    }

    private static void Each(ClassOf40 made, Action<MadeLearner, MadeFile> add)
    {
        foreach (MadeLearner learner in made.Learners)
        {
            foreach (MadeFile file in learner.Files)
                add(learner, file);
        }
    }

    // What learners pack often has a folder of their own in it.
    private static void Zips(ClassOf40 made, Action<MadeLearner, MadeFile> add)
    {
        foreach (MadeLearner learner in made.Learners.Where(l => l.Files.Count > 0))
        {
            using var stream = new MemoryStream();
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (MadeFile file in learner.Files)
                    ClassWriter.Pack(zip, $"homework/{file.Name}", file);
            }

            add(learner, learner.Files[^1] with { Content = stream.ToArray() });
        }
    }

    private static void Clones(ClassOf40 made, ClassWriter to, Func<MadeLearner, string> root)
    {
        foreach (MadeLearner learner in made.Learners)
        {
            var untouched = new MadeFile("", 0, [], new DateTime(2026, 12, 1, 0, 0, 0, DateTimeKind.Local));
            to.Add($"{root(learner)}/lab", untouched);
            foreach ((string notebook, byte[] content) in made.Solved)
                to.Add($"{root(learner)}/solutions/{notebook}.ipynb", untouched with { Content = content });
            foreach ((string notebook, byte[] content) in made.Pristine.Where(p => learner.Files.All(f => f.Notebook != p.Key)))
                to.Add($"{root(learner)}/notebooks/{notebook}.ipynb", untouched with { Content = content });
            foreach (MadeFile file in learner.Files)
                to.Add($"{root(learner)}/notebooks/{file.Name}", file with { At = untouched.At });
        }
    }
}
