namespace CachingLab.Exams;

/// <summary>Opens instances of a learner's file cache.</summary>
public interface IFileCacheMaker
{
    /// <summary>An existing folder that the work may write in and the exam may look into.</summary>
    ExamFolder Folder { get; }

    /// <summary>Does something while <see cref="Folder"/> is the working folder of the learner's code.</summary>
    /// <param name="use">What to do.</param>
    Task InFolderAsync(Func<Task> use);

    /// <summary>A new instance on <paramref name="path"/>.</summary>
    /// <param name="path">The file's full path, inside <see cref="Folder"/>; a file name alone only within <see cref="InFolderAsync"/>.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="AnswerException">The learner's constructor threw.</exception>
    Task<ITestedCache> OpenAsync(string path, CancellationToken cancellationToken = default);
}
