namespace CachingLab.Notebooks;

/// <summary>The layout of a JSON file.</summary>
/// <param name="Indent">The white space for each level, or null when everything is on one line.</param>
/// <param name="NewLine">LF or CRLF between lines of the file.</param>
/// <param name="Colon">The text between a name and its value.</param>
internal sealed record FileStyle(string? Indent, string NewLine, string Colon)
{
    /// <summary>The layout that VS Code and Jupyter write.</summary>
    public static FileStyle Canonical { get; } = new(" ", "\n", ": ");

    /// <summary>The text between two items on one line.</summary>
    public string Comma => Indent is null && Colon.Length > 1 ? ", " : ",";

    /// <summary>The text before an item at a depth.</summary>
    public string Break(int depth) => Indent is null ? "" : NewLine + string.Concat(Enumerable.Repeat(Indent, depth));

    /// <summary>Infers the layout from the first line break and the first name of a JSON object.</summary>
    /// <param name="json">The file without its byte order mark.</param>
    public static FileStyle Of(ReadOnlySpan<byte> json)
    {
        int at = json.IndexOf((byte)'{') + 1;
        int end = at;
        while (end < json.Length && json[end] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            end++;
        ReadOnlySpan<byte> space = json[at..end];
        int lineFeed = space.LastIndexOf((byte)'\n');
        string? indent = lineFeed < 0 ? null : System.Text.Encoding.ASCII.GetString(space[(lineFeed + 1)..]);
        string newLine = lineFeed > 0 && space[lineFeed - 1] == '\r' ? "\r\n" : "\n";
        int colon = json[end..].IndexOf("\":"u8);
        bool spaced = colon < 0 || end + colon + 2 >= json.Length || json[end + colon + 2] == ' ';
        return new(indent, newLine, spaced ? ": " : ":");
    }
}
