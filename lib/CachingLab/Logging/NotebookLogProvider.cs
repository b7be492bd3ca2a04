using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace CachingLab.Logging;

/// <summary>The console log of Microsoft.Extensions.Logging without its background thread, whose lines appear in a notebook late or never.</summary>
public sealed class NotebookLogProvider : ILoggerProvider, ISupportExternalScope
{
    private readonly ServiceProvider services;
    private readonly ConsoleFormatter formatter;
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    /// <param name="format"><c>simple</c> or <c>json</c>.</param>
    /// <exception cref="ArgumentException">There is no formatter of that name.</exception>
    public NotebookLogProvider(string format)
    {
        services = new ServiceCollection()
            .AddLogging(logging => logging
                .AddSimpleConsole(simple =>
                {
                    simple.SingleLine = true;
                    simple.ColorBehavior = LoggerColorBehavior.Disabled;
                })
                .AddJsonConsole(json =>
                {
                    json.IncludeScopes = true;

                    // A console is not a web page: quotes and accents stay readable.
                    json.JsonWriterOptions = new JsonWriterOptions { Indented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
                }))
            .BuildServiceProvider();
        formatter = services.GetServices<ConsoleFormatter>().FirstOrDefault(f => f.Name == format)
            ?? throw new ArgumentException($"No log format '{format}': choose \"simple\" or \"json\".", nameof(format));
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose() => services.Dispose();

    private sealed class Logger(NotebookLogProvider provider, string category) : ILogger
    {
        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            using var line = new StringWriter();
            var entry = new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter);
            provider.formatter.Write(in entry, provider.scopes, line);
            Console.Out.Write(line.ToString());
        }

        public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => provider.scopes.Push(state);
    }
}
