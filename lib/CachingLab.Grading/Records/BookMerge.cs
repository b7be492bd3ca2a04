namespace CachingLab.Grading.Records;

/// <summary>Makes one grade book of several, as one call for all of it would have made.</summary>
public static class BookMerge
{
    private const string GradeAgain = "grade the class again with the same paths on every machine";

    /// <summary>Merges books, which have names for errors. The parts of a class must all be there; other books come after them, in their order.</summary>
    /// <exception cref="InvalidDataException">The books do not fit together; the message says why in one line.</exception>
    public static GradeBook Of(IReadOnlyList<(string Name, GradeBook Book)> books)
    {
        SubmissionRecord[] rows = [.. Whole([.. books.Where(b => b.Book.Shard is not null)]), .. books.Where(b => b.Book.Shard is null).SelectMany(b => b.Book.Submissions)];
        CheckOnce(books);
        return new GradeBook(rows, Joined(books.Select(b => b.Book.Sandbox), "; elsewhere: "))
        {
            Graded = books.Max(b => b.Book.Graded),
            Course = books.Any(b => b.Book.Course is not null) ? Joined(books.Select(b => b.Book.Course).OfType<string>(), ", ") : null,
            Roster = books.Select(b => b.Book.Roster).FirstOrDefault(r => r is not null),
            Scheme = books.Select(b => b.Book.Scheme).FirstOrDefault(s => s is not null),
        };
    }

    private static SubmissionRecord[] Whole((string Name, GradeBook Book)[] parts)
    {
        if (parts is not [(var name, { Shard: { } first }), ..])
            return [];
        var places = new SubmissionRecord?[first.All];
        var seen = new Dictionary<int, string>();
        foreach ((string other, GradeBook book) in parts)
        {
            ShardRecord shard = book.Shard!;
            if (shard.Of != first.Of || shard.All != first.All || shard.Places.Count != book.Submissions.Count || shard.Places.Any(p => p < 0 || p >= first.All))
                throw new InvalidDataException($"{name} and {other} are parts of different classes: {GradeAgain}");
            if (!seen.TryAdd(shard.Part, other))
                throw new InvalidDataException($"{seen[shard.Part]} and {other} are both part {shard.Part} of {shard.Of}: give each part once");
            foreach ((int place, SubmissionRecord row) in shard.Places.Zip(book.Submissions))
                places[place] = places[place] is null ? row : throw new InvalidDataException($"{other} and another part hold the same row: {GradeAgain}");
        }

        if (Enumerable.Range(1, first.Of).FirstOrDefault(p => !seen.ContainsKey(p)) is > 0 and var missing)
            throw new InvalidDataException($"part {missing} of {first.Of} is missing, and its learners would have no points: give the records of all parts");
        SubmissionRecord[] whole = [.. places.OfType<SubmissionRecord>()];
        return whole.Length == first.All ? whole : throw new InvalidDataException($"the parts leave out some rows: {GradeAgain}");
    }

    private static void CheckOnce(IReadOnlyList<(string Name, GradeBook Book)> books)
    {
        var holders = new Dictionary<(string?, string), int>();
        foreach ((int index, (string name, GradeBook book)) in books.Index())
        {
            foreach (SubmissionRecord row in book.Submissions)
            {
                if (!holders.TryAdd((row.From, row.Path), index) && holders[(row.From, row.Path)] is var other && other != index)
                    throw new InvalidDataException($"{books[other].Name} and {name} both hold {SafeText.Line(row.Path)}: give each hand-in once");
            }
        }
    }

    private static string Joined(IEnumerable<string> texts, string between) => string.Join(between, texts.Distinct(StringComparer.Ordinal));
}
