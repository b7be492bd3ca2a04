using System.Globalization;

namespace CachingLab.Worker.Isolation;

/// <summary>The arguments on a child's command line.</summary>
/// <param name="In">The handle of the pipe that it reads its parent's messages from.</param>
/// <param name="Out">The handle of the pipe that it writes its own messages to.</param>
/// <param name="Walls">The walls, which its parent or the child itself puts up.</param>
/// <param name="Readable">The files and folders that it can read behind walls.</param>
public sealed record ChildTerms(
    string In, string Out, string WorkFolder, WallParts Walls, ResourceLimits Limits, IReadOnlyList<string> Readable)
{
    public IEnumerable<string> ToArguments() =>
        [In, Out, WorkFolder, Text((int)Walls), Text(Limits.CpuSeconds), Text(Limits.FileBytes), .. Readable];

    /// <summary>Reads the arguments; null when they are not those of <see cref="ToArguments"/>.</summary>
    public static ChildTerms? TryRead(string[] arguments) =>
        arguments is [var input, var output, var folder, var walls, var seconds, var bytes, .. var readable]
        && int.TryParse(walls, CultureInfo.InvariantCulture, out int parts)
        && long.TryParse(seconds, CultureInfo.InvariantCulture, out long cpu)
        && long.TryParse(bytes, CultureInfo.InvariantCulture, out long file)
            ? new ChildTerms(input, output, folder, (WallParts)parts, new ResourceLimits(cpu, file), readable)
            : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
