using System.ComponentModel;
using System.Diagnostics;

namespace CachingLab.Cli.Tests.Terminal;

/// <summary>A terminal of its own: a tmux server that nobody else talks to, gone when disposed.</summary>
internal sealed class Tmux : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string socket = $"lab-{Guid.NewGuid():N}"[..16];

    private Tmux()
    {
    }

    /// <summary>Starts a command in a terminal, or skips the test, saying what is missing.</summary>
    public static async Task<Tmux> StartAsync(string command, int columns, int rows)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no tmux on Windows: run this test on Linux or macOS");
        try
        {
            await RunAsync(["-V"]);
        }
        catch (Win32Exception)
        {
            Assert.Skip("tmux is not installed: 'apt-get install tmux' or 'brew install tmux' brings it");
        }

        var terminal = new Tmux();
        await terminal.DoAsync("new-session", "-d", "-x", $"{columns}", "-y", $"{rows}", command);
        return terminal;
    }

    /// <summary>What is on the screen.</summary>
    public Task<string> ScreenAsync() => DoAsync("capture-pane", "-p");

    /// <summary>Presses keys.</summary>
    public Task PressAsync(string keys) => DoAsync("send-keys", keys);

    /// <summary>Gives the terminal another size.</summary>
    public Task ResizeAsync(int columns, int rows) => DoAsync("resize-window", "-x", $"{columns}", "-y", $"{rows}");

    /// <summary>Waits for the screen to show something.</summary>
    public async Task<string> UntilAsync(Func<string, bool> shows, string what)
    {
        long start = Stopwatch.GetTimestamp();
        string screen;
        do
        {
            screen = await ScreenAsync();
            if (shows(screen))
                return screen;
            // tmux tells nobody when its screen changes: it has to be asked.
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        while (Stopwatch.GetElapsedTime(start) < Patience);
        Assert.Fail($"the screen never showed {what}; it shows:\n{screen}");
        return screen;
    }

    /// <inheritdoc cref="UntilAsync(Func{string, bool}, string)"/>
    public Task<string> UntilAsync(string text) => UntilAsync(s => s.Contains(text, StringComparison.Ordinal), $"'{text}'");

    public async ValueTask DisposeAsync()
    {
        try
        {
            await DoAsync("kill-server");
        }
        catch (InvalidOperationException)
        {
            // The server ends by itself with its last command.
        }
    }

    private Task<string> DoAsync(params string[] arguments) => RunAsync(["-L", socket, "-f", "/dev/null", .. arguments]);

    private static async Task<string> RunAsync(IEnumerable<string> arguments)
    {
        using Process tmux = Process.Start(new ProcessStartInfo("tmux", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> said = tmux.StandardOutput.ReadToEndAsync();
        string complaint = await tmux.StandardError.ReadToEndAsync();
        await tmux.WaitForExitAsync();
        return tmux.ExitCode == 0 ? await said : throw new InvalidOperationException($"tmux {string.Join(' ', arguments)}: {complaint}");
    }
}
