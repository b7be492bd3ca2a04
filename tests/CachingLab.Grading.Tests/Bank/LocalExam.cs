using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using CachingLab.Answers;
using CachingLab.Checks;
using CachingLab.Exams;
using CachingLab.Notebooks;
using CachingLab.Worker.Compilation;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>Examines an answer through the notebook's own host: in this process. For right and wrong answers alone.</summary>
internal static class LocalExam
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly CourseFolder CourseHere = CourseFolder.Find(AppContext.BaseDirectory);
    private static readonly CellCompiler Compiler = new(CellDialect.Lenient);
    private static readonly AsyncLocal<ICheckHost?> Host = new();
    private static readonly ConcurrentDictionary<string, Lazy<Task<ExamReport>>> Known = new();

    /// <summary>The report for the bank's own seed. It is made once, for all tests that look at it.</summary>
    public static Task<ExamReport> OnceAsync(KnownAnswer answer) =>
        Known.GetOrAdd(answer.Title, _ => new(async () => (await ExamineAsync(answer, GradedAnswers.Seed))[0])).Value;

    /// <summary>A report for each seed.</summary>
    public static async Task<IReadOnlyList<ExamReport>> ExamineAsync(KnownAnswer answer, params IReadOnlyList<int> seeds)
    {
        Assert.NotEqual("hostile", answer.Kind);
        var host = new KeepingHost(answer.Exercise, seeds, Limit);
        Host.Value = host;
        Check.Host = new FlowingHost();

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
            if (id == answer.Exercise.CellId)
                host.Code = ReadCode(last.Result.Assembly);
            if (!last.Result.Assembly.IsEmpty)
                await context.RunAsync(last.Result.Assembly, states);
        }

        return host.Reports.Count > 0 ? host.Reports : throw new InvalidOperationException($"{answer.Title}: the check cell handed nothing over");
    }

    private static AnswerCode ReadCode(ReadOnlyMemory<byte> cell)
    {
        using var image = new MemoryStream(cell.ToArray());
        return CodeReader.Read(image);
    }

    /// <summary>Check's host is one for the process; these exams run side by side.</summary>
    private sealed class FlowingHost : ICheckHost
    {
        public Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work, Delegate answer) => Host.Value!.HandAsync(exercise, work, answer);
    }

    private sealed class KeepingHost(Exercise wanted, IReadOnlyList<int> seeds, TimeSpan limit) : ICheckHost
    {
        public List<ExamReport> Reports { get; } = [];

        public AnswerCode? Code { get; set; }

        public async Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work, Delegate answer)
        {
            if (exercise.Id != wanted.Id)
                return;

            // The last one counts, which the check cell hands over: a draft may have come before it.
            Reports.Clear();
            foreach (int seed in seeds)
            {
                using var folder = new LocalFolder();
                Reports.Add(await exercise.ExamineAsync(work, new ExamTerms(seed, limit) { Code = Code, Folder = folder.Made }));
            }
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
