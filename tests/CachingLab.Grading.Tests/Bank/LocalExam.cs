using System.Reflection;
using System.Runtime.Loader;
using CachingLab.Doors;
using CachingLab.Exams;
using CachingLab.Compiler;
using CachingLab.Notebooks;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>Examines an answer through the notebook's own door: in this process. For right and wrong answers alone.</summary>
internal static class LocalExam
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly CourseFolder CourseHere = CourseFolder.Find(AppContext.BaseDirectory);
    private static readonly CellCompiler Compiler = new(CellDialect.Lenient);
    private static readonly AsyncLocal<ICheckDoor?> Door = new();

    /// <summary>The verdicts by requirement.</summary>
    public static async Task<IReadOnlyDictionary<string, RequirementStatus>> ExamineAsync(KnownAnswer answer, int seed)
    {
        Assert.NotEqual("hostile", answer.Kind);
        var door = new KeepingDoor(answer.Exercise, seed, Limit);
        Door.Value = door;
        Check.Door = new FlowingDoor();

        // Only what the check needs: the course's cells in between show things, and write files.
        Notebook pristine = CourseHere.Pristine.Single(n => n.Name == answer.Exercise.Notebook);
        ChainedCell? last = null;
        var context = new CellContext();
        var states = new object?[5];
        foreach (string id in (string[])["setup", "usings", answer.Exercise.CellId, answer.Exercise.CheckCellId])
        {
            string code = id == answer.Exercise.CellId ? answer.Source : pristine.Find(id)!.Source;
            last = Compiler.Compile(new SourceCell(id, code), last);
            Assert.Empty(last.Result.Problems);
            if (!last.Result.Assembly.IsEmpty)
                await context.RunAsync(last.Result.Assembly, states);
        }

        ExamReport report = door.Report ?? throw new InvalidOperationException($"{answer.Title}: the check cell handed nothing over");
        return report.Results.ToDictionary(r => r.Requirement.Id, r => r.Status);
    }

    /// <summary>Check's door is one for the process; these exams run side by side.</summary>
    private sealed class FlowingDoor : ICheckDoor
    {
        public Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work) => Door.Value!.HandAsync(exercise, work);
    }

    private sealed class KeepingDoor(Exercise wanted, int seed, TimeSpan limit) : ICheckDoor
    {
        public ExamReport? Report { get; private set; }

        public async Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work)
        {
            if (exercise.Id == wanted.Id)
                Report = await exercise.ExamineAsync(work, seed, limit);
        }
    }

    /// <summary>One answer's cells, which find each other and nobody else's.</summary>
    private sealed class CellContext() : AssemblyLoadContext(isCollectible: true)
    {
        private readonly Dictionary<string, Assembly> cells = [];

        public async Task RunAsync(ReadOnlyMemory<byte> cell, object?[] states)
        {
            using var image = new MemoryStream(cell.ToArray());
            Assembly assembly = LoadFromStream(image);
            cells[assembly.GetName().Name!] = assembly;
            MethodInfo factory = assembly.GetTypes()
                .Select(t => t.GetMethod("<Factory>", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
                .Single(m => m is not null)!;
            await (Task<object?>)factory.Invoke(null, [states])!;
        }

        protected override Assembly? Load(AssemblyName assemblyName) => cells.GetValueOrDefault(assemblyName.Name!);
    }
}
