// The engines' methods that show HTML, declared as they are there, beside others of the same classes.
namespace CachingLab.Tests.Display;

/// <summary>The headless runner's <c>CachingLab.Worker.Running.NotebookOutput</c>.</summary>
public static class HeadlessOutput
{
    public static void Show(string html, string text) => FakeEngine.Note(0, html, text);
}

/// <summary><c>Microsoft.DotNet.Interactive.Kernel</c> 1.0.0-beta.26120.1; tests/CachingLab.Engine.Tests runs the real one.</summary>
public static class InteractiveKernel
{
    public static object HTML(string content) => FakeEngine.Note($"made of {content}", content);
}

/// <summary><c>System.DisplayExtensions</c> of .NET Interactive 1.0.0-beta.26120.1.</summary>
public static class InteractiveDisplay
{
    public static DisplayHandle DisplayAs(this string value, string mimeType) => throw new NotSupportedException(value + mimeType);

    public static DisplayHandle Display(this object value, params string[] mimeTypes) => FakeEngine.Note(new DisplayHandle(), value, mimeTypes);
}

/// <summary><c>ClrKernel.Core.Primitives.DisplayValues</c> of ClrKernel 0.9.1 and 0.9.2.</summary>
public static class ClrKernelDisplay
{
    public static DisplayHandle Display(this object value, Type? preferredDisplayType = null, string? preferredMimeType = null) =>
        throw new NotSupportedException($"{value}{preferredDisplayType}{preferredMimeType}");

    public static DisplayHandle DisplayHtml(this object value) => FakeEngine.Note(new DisplayHandle(), value);
}

/// <summary><c>ClrKernel.Core.Primitives.DisplayDataEmitter</c> of ClrKernel 0.9.0.</summary>
public static class ClrKernelEmitter
{
    public static void EmitHtml(string html) => FakeEngine.Note(0, html);

    public static void EmitText(string text) => throw new NotSupportedException(text);
}

/// <summary><c>Verso.Abstractions.DisplayExtensions</c> of Verso since April 2026.</summary>
public static class VersoDisplay
{
    public static void Display(this object? value, string? mimeType = null) => FakeEngine.Note(0, value, mimeType);
}

/// <summary>What no engine has.</summary>
public static class ChangedDisplay
{
    public static int DisplayHtml(int value) => FakeEngine.Note(value, value);
}

/// <summary>What comes back from showing a value.</summary>
public sealed class DisplayHandle;
