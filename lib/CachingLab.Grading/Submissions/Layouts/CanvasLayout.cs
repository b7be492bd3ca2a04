using System.Text.RegularExpressions;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Submissions.Layouts;

/// <summary>
/// Canvas's "download submissions": files such as <c>lovelaceada_LATE_12345_67890_01-cache-key-1.ipynb</c>. The parts are the learner, the mark of
/// a late one, the user's number, the attachment's number and the file's name. Canvas numbers the name of a resubmission. An anonymous file is
/// <c>anon_a1B2c_67890_...</c>. An answer typed into a text box has no attachment.
/// </summary>
internal sealed partial class CanvasLayout : ILearnerLayout
{
    public HandIn? Of(string path)
    {
        Match match = Attachment().Match(path);
        if (!match.Success)
            return null;
        string id = match.Groups["id"].Value;
        string name = match.Groups["name"].Value;
        return new(id, name.Length > 0 ? name : id) { Late = match.Groups["late"].Success, Platform = HandIn.Canvas };
    }

    [GeneratedRegex(@"(?:^|/)(?:(?<name>\w+?)_)??(?<late>LATE_)?(?<id>\d+|anon_[0-9A-Za-z]{5})_(?:\d+_[^/]+|text\.html|link\.html)(?:/|$)")]
    private static partial Regex Attachment();
}
