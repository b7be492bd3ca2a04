using System.Text.RegularExpressions;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Submissions.Layouts;

/// <summary>
/// Moodle's "download all submissions": a folder <c>Ada Lovelace_12345_assignsubmission_file_</c> for each learner, or files that begin so.
/// The number is the participant's, as in the column <c>Identifier</c> of Moodle's grading worksheet.
/// </summary>
internal sealed partial class MoodleLayout : ILearnerLayout
{
    public HandIn? Of(string path) =>
        Participant().Match(path) is { Success: true } match
            ? new(match.Groups["id"].Value, match.Groups["name"].Value) { Platform = HandIn.Moodle }
            : null;

    [GeneratedRegex(@"(?:^|/)(?<name>[^/]+)_(?<id>\d+)_assignsubmission_(?:file|onlinetext)(?:_|/|$)")]
    private static partial Regex Participant();
}
