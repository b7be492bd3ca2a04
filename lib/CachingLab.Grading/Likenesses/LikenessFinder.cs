using CachingLab.Exams;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Likenesses;

/// <summary>Finds answers that are much like the course's own solution or another learner's.</summary>
public static class LikenessFinder
{
    private const double Least = 0.8;
    private const int MostOthers = 5;

    /// <summary>The book with its likenesses. The caller's own notebooks are compared with nothing.</summary>
    public static GradeBook Note(GradeBook book, CourseFolder course)
    {
        LearnerRecord[] learners = [.. book.Learners.Where(l => l.Id.Length > 0)];
        if (learners.Length == 0)
            return book with { Likenesses = null };
        Dictionary<string, string> solutions = course.SolutionFiles().SelectMany(f => NotebookReader.Read(f).Cells).Where(c => c.Id is not null)
            .DistinctBy(c => c.Id).ToDictionary(c => c.Id!, c => c.Source);
        var found = new List<Likeness>();
        foreach (Exercise exercise in book.Exercises.SelectMany(e => CourseFolder.ExercisesOf(e.Notebook).Where(x => x.Id == e.Id)))
        {
            string stub = course.Pristine.Select(n => n.Find(exercise.CellId)).OfType<Cell>().FirstOrDefault()?.Source ?? "";
            CodePrint? solution = CodePrint.Of(solutions.GetValueOrDefault(exercise.CellId, ""), stub);
            (string Id, CodePrint Print)[] answers =
            [
                .. from learner in learners
                   let source = learner.Exercise(exercise.Id)?.Source
                   let print = source is null ? null : CodePrint.Of(source, stub)
                   where print is not null
                   select (learner.Id, print),
            ];
            Likeness[] own = solution is null ? [] : [.. answers.Select(a => Compare(exercise.Id, a.Id, a.Print, null, solution)).OfType<Likeness>()];

            // One like the course's solution is like all others that are, which says nothing more.
            HashSet<string> noted = [.. own.Select(l => l.Learner)];
            (string Id, CodePrint Print)[] rest = [.. answers.Where(a => !noted.Contains(a.Id))];
            found.AddRange([.. own, .. rest.SelectMany(a => Among(exercise.Id, a.Id, a.Print, rest))]);
        }

        return book with { Likenesses = found.Count == 0 ? null : [.. found.OrderBy(l => l.Learner, StringComparer.Ordinal)] };
    }

    private static IEnumerable<Likeness> Among(string exercise, string learner, CodePrint print, IEnumerable<(string Id, CodePrint Print)> answers) => answers
        .Where(a => a.Id != learner).Select(a => Compare(exercise, learner, print, a.Id, a.Print)).OfType<Likeness>()
        .OrderBy(l => l.How).ThenByDescending(l => l.Share).ThenBy(l => l.Other, StringComparer.Ordinal).Take(MostOthers);

    private static Likeness? Compare(string exercise, string learner, CodePrint print, string? other, CodePrint otherPrint)
    {
        if (print.Share(otherPrint) is var share && share < Least)
            return null;
        LikenessKind how = print.IsSame(otherPrint) ? LikenessKind.Same : print.IsRenamed(otherPrint) ? LikenessKind.Renamed : LikenessKind.Alike;
        return new(learner, exercise, other, how, Math.Round(share, 3));
    }
}
