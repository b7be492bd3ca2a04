using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace CachingLab;

/// <summary>
/// Creates loggers whose lines appear below the cell that wrote them: the console log of Microsoft.Extensions.Logging without its background thread,
/// whose lines appear in a notebook late or never.
/// </summary>
public static class NotebookLog
{
    private static readonly ServiceProvider Services = new ServiceCollection()
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

    private static readonly (ConsoleFormatter Formatter, IExternalScopeProvider Scopes) Simple = Of("simple"), Json = Of("json");

    /// <summary>A logger that writes to <see cref="Console.Out"/> before its call returns.</summary>
    /// <param name="category">The name before each message.</param>
    /// <param name="format"><c>simple</c>, one readable line an entry, or <c>json</c>, one JSON object a line with every field.</param>
    /// <exception cref="ArgumentException">The format is neither of the two.</exception>
    public static ILogger Create(string category = "lab", string format = "simple") => format switch
    {
        "simple" => new Logger(Simple.Formatter, Simple.Scopes, category),
        "json" => new Logger(Json.Formatter, Json.Scopes, category),
        _ => throw new ArgumentException($"No log format '{format}': choose \"simple\" or \"json\".", nameof(format)),
    };

    private static (ConsoleFormatter Formatter, IExternalScopeProvider Scopes) Of(string format) =>
        (Services.GetServices<ConsoleFormatter>().First(f => f.Name == format), new LoggerExternalScopeProvider());

    private sealed class Logger(ConsoleFormatter lines, IExternalScopeProvider scopes, string category) : ILogger
    {
        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            using var line = new StringWriter();
            var entry = new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter);
            lines.Write(in entry, scopes, line);
            Console.Out.Write(line.ToString());
        }

        public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => scopes.Push(state);
    }
}
