namespace CachingLab.Notebooks.Answers;

/// <summary>Takes the learner's work out of a notebook and puts it into the course's notebook, repaired where needed.</summary>
public static class AnswerExtractor
{
    /// <summary>Extracts the program to grade and the answer to each exercise.</summary>
    /// <param name="submission">The learner's notebook.</param>
    /// <param name="pristine">The course's notebook that it is a copy of.</param>
    /// <param name="declares">For exercise cells, by id, the name that their answer declares, as <c>MakeCacheKey</c>.</param>
    public static Extraction Extract(Notebook submission, Notebook pristine, IReadOnlyDictionary<string, string> declares)
    {
        var match = CellMatch.Find(submission, pristine, declares);
        var added = new AddedCells(submission, pristine, match);
        var notes = new List<string>();
        var answers = new Dictionary<int, ExerciseAnswer>();
        for (int p = 0; p < pristine.Cells.Count; p++)
        {
            if (CourseCell.IsLearners(pristine.Cells[p].Id))
                answers[p] = new AnswerFinder(submission, pristine, match, added, declares.GetValueOrDefault(pristine.Cells[p].Id!)).Find(p);
        }

        foreach (int p in answers.Keys.ToArray())
            answers[p] = SharedCell(p, answers, pristine, declares) ?? answers[p];
        if (match.SubmissionOf.All(i => i < 0) && answers.Values.All(a => a.Index < 0))
            notes.Add($"No cell of this notebook comes from the course's {pristine.Name}: copy the answer into the course's notebook.");
        NoteCourseCells(submission, pristine, match, declares, notes);
        notes.AddRange(added.Notes);
        return new(Arrange(pristine, answers, added), [.. answers.Values], notes);
    }

    /// <summary>The answer to an untouched exercise that was written into another exercise's cell, or null.</summary>
    private static ExerciseAnswer? SharedCell(
        int p, Dictionary<int, ExerciseAnswer> answers, Notebook pristine, IReadOnlyDictionary<string, string> declares)
    {
        ExerciseAnswer answer = answers[p];
        if (answer.State is AnswerState.Found || !declares.TryGetValue(answer.CellId, out string? name))
            return null;
        ExerciseAnswer? other = answers.Values.FirstOrDefault(
            o => o.CellId != answer.CellId && o.Index >= 0 && o.State is not AnswerState.Pristine
                && o.Source != pristine.Find(o.CellId)?.Source && CodeScan.Declares(o.Source, name));
        return other is null
            ? null
            : answer with
            {
                State = AnswerState.Found,
                Source = other.Source,
                Index = other.Index,
                Notes = [.. answer.Notes, $"{name} was found in the cell {CellPlace.Under(pristine, other.CellId)} and is graded from there."],
            };
    }

    private static List<ProgramCell> Arrange(Notebook pristine, Dictionary<int, ExerciseAnswer> answers, AddedCells added)
    {
        var program = new List<ProgramCell>();
        var placed = new HashSet<int>();
        AddRun(-1);
        for (int p = 0; p < pristine.Cells.Count; p++)
        {
            Cell cell = pristine.Cells[p];
            if (answers.TryGetValue(p, out ExerciseAnswer? answer))
            {
                if (added.KeptParts.TryGetValue(p, out (string Source, int Index) part))
                    program.Add(new(added.FreshId(cell.Id + "-part"), part.Source, CellOrigin.Learner, part.Index));
                if (!added.AnswerOf.ContainsKey(answer.Index) && (answer.Index < 0 || placed.Add(answer.Index)))
                    program.Add(new(cell.Id!, answer.Source, CellOrigin.Answer, answer.Index));
            }
            else if (cell.IsCode)
            {
                program.Add(new(cell.Id ?? added.FreshId($"course-{p + 1}"), cell.Source, CellOrigin.Course, -1));
            }

            AddRun(p);
        }

        return program;

        void AddRun(int anchor)
        {
            foreach (int i in added.After(anchor))
            {
                placed.Add(i);
                program.Add(added.AnswerOf.TryGetValue(i, out int p)
                    ? new(pristine.Cells[p].Id!, answers[p].Source, CellOrigin.Answer, i)
                    : new(added.IdOf(i), added.Text(i), CellOrigin.Learner, i));
            }
        }
    }

    private static void NoteCourseCells(
        Notebook submission, Notebook pristine, CellMatch match, IReadOnlyDictionary<string, string> declares, List<string> notes)
    {
        var changed = new List<string>();
        for (int p = 0; p < pristine.Cells.Count; p++)
        {
            Cell cell = pristine.Cells[p];
            int i = match.SubmissionOf[p];
            if (!cell.IsCode || CourseCell.IsLearners(cell.Id) || i < 0 || CellText.SameButForWhiteSpace(submission.Cells[i].Source, cell.Source))
                continue;
            changed.Add(cell.Id is null ? $"cell {p + 1}" : CellPlace.Under(pristine, cell.Id));
            foreach ((string exercise, string name) in declares)
            {
                if (pristine.Find(exercise) is not null && !CodeScan.Declares(cell.Source, name) && CodeScan.Declares(submission.Cells[i].Source, name))
                    notes.Add(
                        $"{name} stands in the course's cell {CellPlace.Under(pristine, cell.Id!)}, which is not graded: "
                        + $"move it to the cell {CellPlace.Under(pristine, exercise)}.");
            }
        }

        if (changed.Count > 0)
            notes.Insert(0, $"Changed course cells were graded as the course has them: {string.Join(", ", changed.Distinct())}. Put code of your own into cells of your own.");
        if (match.Kinds.Any(k => k is MatchKind.Source) && !match.Kinds.Any(k => k is MatchKind.Id))
            notes.Insert(0, "The editor that saved this notebook replaced the cells' ids: cells were recognized by their text and place.");
    }
}
