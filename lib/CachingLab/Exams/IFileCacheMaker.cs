namespace CachingLab.Exams;

/// <summary>Opens instances of a learner's file cache.</summary>
public interface IFileCacheMaker
{
    /// <summary>An existing folder that the work may write in and the exam may look into.</summary>
    ExamFolder Folder { get; }

    /// <summary>A new instance on <paramref name="path"/>.</summary>
    /// <param name="path">The file's full path, inside <see cref="Folder"/>.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="AnswerException">The learner's constructor threw.</exception>
    Task<ITestedCache> OpenAsync(string path, CancellationToken cancellationToken = default);
}
