using System.Net;
using CachingLab.Production.Exercises.PatientCall;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Tests.Exercises.PatientCall;

/// <summary>The exam's clock moves whenever the code under test only waits.</summary>
public sealed class PatientRunTests
{
    private static readonly ModelTurn Busy = ModelTurn.Status(503), Ok = ModelTurn.Text("On its way.");

    [Fact]
    public async Task Waits_pass_at_once_and_are_measured_by_the_exam_s_clock()
    {
        PatientRun run = await PatientRun.OfAsync(Waiting(1.25, 20), Busy, Busy.Taking(3), Ok);
        Assert.Equal("3 attempts, 1.250 s and 20.000 s between them", run.WaitsText);
        Assert.Equal("the answer \"On its way.\", finish reason stop, 110 tokens, id r-1", run.Outcome);
        Assert.Equal(24.25, run.EndedAt.TotalSeconds);
    }

    [Fact]
    public async Task A_deadline_that_was_set_before_is_not_taken_for_the_wait()
    {
        PatientFunction waiting = Waiting(1.25, 2.5);
        PatientRun run = await PatientRun.OfAsync(
            async (id, client, messages, options, time, logger, token) =>
            {
                using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60), time);
                return await waiting(id, client, messages, options, time, logger, deadline.Token);
            },
            Busy, Busy, Ok);
        Assert.Equal("3 attempts, 1.250 s and 2.500 s between them", run.WaitsText);
    }

    [Fact]
    public async Task What_an_attempt_throws_has_its_status_and_its_wait_and_is_known_by_its_identity()
    {
        ThrottledException? thrown = null;
        PatientRun run = await PatientRun.OfAsync(
            async (id, client, messages, options, time, logger, token) =>
            {
                thrown = await Assert.ThrowsAsync<ThrottledException>(() => client.GetResponseAsync(messages, options, token));
                throw thrown;
            },
            ModelTurn.Throttled(503, 7));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, thrown?.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), thrown?.RetryAfter);
        Assert.Equal("the ThrottledException of attempt 1", run.Outcome);
    }

    [Fact]
    public async Task Another_exception_of_the_same_type_is_none_of_the_attempts()
    {
        PatientRun run = await PatientRun.OfAsync(
            async (id, client, messages, options, time, logger, token) =>
            {
                await Assert.ThrowsAsync<IOException>(() => client.GetResponseAsync(messages, options, token));
                throw new IOException("it failed");
            },
            ModelTurn.Fails(ModelFailure.Stream));
        Assert.Equal("an exception that no attempt threw: IOException: it failed", run.Outcome);
    }

    [Fact]
    public async Task A_call_that_never_ends_is_given_up_after_two_minutes_of_the_exam_s_clock()
    {
        PatientRun run = await PatientRun.OfAsync(
            async (id, client, messages, options, time, logger, token) =>
            {
                while (true)
                    await Task.Delay(TimeSpan.FromSeconds(1), time, token);
            },
            Ok);
        Assert.Equal("no end after 0 attempts", run.Outcome);
    }

    [Fact]
    public async Task A_caller_who_cancels_ends_a_wait_that_takes_the_token()
    {
        PatientRun run = await PatientRun.OfAsync(Waiting(1.25), new PatientScript(Busy, Ok) { CancelAfter = 0.5 });
        Assert.Equal(TimeSpan.FromSeconds(0.5), run.EndedAt);
        Assert.Contains("System.OperationCanceledException", run.End!.TypeNames);
    }

    private static PatientFunction Waiting(params double[] waits) => async (id, client, messages, options, time, logger, token) =>
    {
        foreach (double wait in waits)
        {
            try
            {
                return await client.GetResponseAsync(messages, options, token);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromSeconds(wait), time, token);
            }
        }

        return await client.GetResponseAsync(messages, options, token);
    };
}
