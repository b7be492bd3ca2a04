using CachingLab.Checks;
using CachingLab.Exercises.Functions;
using CachingLab.Exercises.ShouldCache;

namespace CachingLab.Tests.Checks;

/// <summary>What an answer prints during its check is taken, bounded and shown after the report; the console is as it was.</summary>
public sealed class ConsoleCaptureTests : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);
    private readonly ConsoleText console = new();
    private readonly TextWriter[] before = [Console.Out, Console.Error];

    public void Dispose() => console.Dispose();

    [Fact]
    public async Task An_answer_that_prints_without_end_is_reported_and_the_console_comes_back()
    {
        await CheckAsync(
            _ =>
            {
                while (true)
                    Console.WriteLine("again");
            },
            TimeSpan.FromSeconds(3));
        Assert.Contains("no answer within 3 s", console.ToString(), StringComparison.Ordinal);
        Assert.Matches("Your code printed [0-9,]+ lines; the first 20:\n  again\n", console.ToString());
        Assert.InRange(console.ToString().Length, 1, 10_000);
        MustBeAsBefore();
    }

    [Fact]
    public async Task Who_prints_after_the_end_is_held_and_holds_nobody_else()
    {
        Task? late = null;
        Task? other = null;
        async Task TakeAsync()
        {
            using ConsoleCapture capture = ConsoleCapture.Begin();
            var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            late = Task.Run(async () =>
            {
                await end.Task;
                Console.WriteLine("late");
            });
            using (ExecutionContext.SuppressFlow())
            {
                other = Task.Run(async () =>
                {
                    await Task.WhenAny(late, Task.Delay(Moment, TestContext.Current.CancellationToken));
                    Console.WriteLine("other");
                });
            }

            Task holding = capture.HoldAsync(abandoned: true);
            end.SetResult();
            await holding;
            await other;
        }

        await TakeAsync();
        await Task.WhenAny(late!, Task.Delay(Moment, TestContext.Current.CancellationToken));
        Assert.False(late!.IsCompleted, "it printed on");
        Assert.Equal("other\n", console.ToString());
        Console.WriteLine("after");
        Assert.Equal("other\nafter\n", console.ToString());
        MustBeAsBefore();
    }

    [Fact]
    public async Task An_answer_that_sets_the_console_itself_does_not_keep_it()
    {
        using var own = new StringWriter();
        await CheckAsync(_ =>
        {
            Console.WriteLine("taken");
            Console.SetOut(own);
            Console.SetError(own);
            Console.WriteLine("its own");
            return true;
        });
        Assert.Contains("  taken\n", console.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("its own", console.ToString(), StringComparison.Ordinal);
        MustBeAsBefore();
    }

    [Fact]
    public async Task An_answer_that_puts_the_checks_console_back_later_harms_no_check_and_no_cell()
    {
        TextWriter? kept = null;
        await CheckAsync(_ =>
        {
            kept = Console.Out;
            return true;
        });
        Console.SetOut(kept!);
        Console.WriteLine("a cell");
        await CheckAsync(Printing);
        Console.WriteLine("another cell");
        Assert.StartsWith("The cache policy", console.ToString(), StringComparison.Ordinal);
        Assert.Contains("\na cell\nThe cache policy", console.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("another cell\n", console.ToString(), StringComparison.Ordinal);
        Assert.Matches("Your code printed [0-9,]+ lines", console.ToString());
        MustBeAsBefore();
    }

    [Fact]
    public async Task An_answer_that_throws_leaves_the_console_as_it_was()
    {
        await CheckAsync(_ => throw new InvalidOperationException("no"));
        Assert.DoesNotContain("Your code printed", console.ToString(), StringComparison.Ordinal);
        MustBeAsBefore();
    }

    [Fact]
    public async Task What_is_printed_to_the_error_console_is_taken_too()
    {
        await CheckAsync(_ =>
        {
            Console.Error.WriteLine("an error");
            return true;
        });
        Assert.Contains("  an error\n", console.ToString(), StringComparison.Ordinal);
        MustBeAsBefore();
    }

    [Fact]
    public async Task Threads_of_the_answer_count_and_those_of_others_print_where_they_would()
    {
        using var asked = new ManualResetEventSlim();
        using var printed = new ManualResetEventSlim();
        var other = new Thread(() =>
        {
            asked.Wait();
            Console.WriteLine("other");
            printed.Set();
        });
        other.Start();
        await CheckAsync(_ =>
        {
            asked.Set();
            printed.Wait();
            var own = new Thread(() => Console.WriteLine("own"));
            own.Start();
            own.Join();
            return true;
        });
        Assert.StartsWith("other\n", console.ToString(), StringComparison.Ordinal);
        Assert.Contains(":\n  own\n  own\n", console.ToString(), StringComparison.Ordinal);
        Assert.Single(console.ToString().Split('\n'), "other");
    }

    [Fact]
    public async Task Two_checks_at_once_show_each_its_own()
    {
        using var both = new Barrier(2);
        int first = 0, second = 0;
        await Task.WhenAll(
            CheckAsync(_ => Printing("one", ref first)),
            CheckAsync(_ => Printing("two", ref second)));
        string[] reports = console.ToString().Split("The cache policy");
        Assert.Equal(3, reports.Length);
        Assert.Single(reports, r => r.Contains("  one\n", StringComparison.Ordinal) && !r.Contains("  two\n", StringComparison.Ordinal));
        Assert.Single(reports, r => r.Contains("  two\n", StringComparison.Ordinal) && !r.Contains("  one\n", StringComparison.Ordinal));
        MustBeAsBefore();

        bool Printing(string word, ref int calls)
        {
            if (Interlocked.Increment(ref calls) == 1)
                both.SignalAndWait();
            Console.WriteLine(word);
            return true;
        }
    }

    private static bool Printing(LlmRequest request)
    {
        Console.WriteLine(request.Temperature);
        return true;
    }

    private static Task CheckAsync(Func<LlmRequest, bool> shouldCache, TimeSpan? limit = null) =>
        new NotebookHost(limit ?? TimeSpan.FromMinutes(1), TimeProvider.System).HandAsync(
            ShouldCacheExercise.Exercise, new LocalFunction<LlmRequest, bool>(shouldCache), shouldCache);

    private void MustBeAsBefore()
    {
        Assert.Same(before[0], Console.Out);
        Assert.Same(before[1], Console.Error);
    }
}
