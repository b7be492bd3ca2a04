using CachingLab.Grading;
using CachingLab.Notebooks;

namespace CachingLab.Cli.State;

/// <summary>The notebooks that the learner's copies are based on, in <c>.lab/pristine/</c>. An update finds the learner's changes with them.</summary>
/// <param name="course">The course.</param>
/// <param name="folder">The lab's folder.</param>
internal sealed class PristineNotebooks(CourseFolder course, LabFolder folder)
{
    /// <summary>The notebook that the learner's copy is based on; null when it was not recorded or cannot be read.</summary>
    public Notebook? Of(string name)
    {
        try
        {
            return File.Exists(FileOf(name)) ? NotebookReader.Read(FileOf(name)) : null;
        }
        catch (NotebookFormatException)
        {
            return null;
        }
    }

    /// <summary>Records the notebook that the learner's copy is based on from now on.</summary>
    /// <exception cref="IOException">The notebook cannot be written.</exception>
    public void Record(Notebook pristine)
    {
        if (!IsCurrent(pristine))
            NotebookWriter.Write(pristine, FileOf(pristine.Name));
    }

    /// <summary>Records the current course for notebooks without a record, at the first use after they were handed out.</summary>
    public void RecordFirstUse()
    {
        try
        {
            foreach (Notebook pristine in course.Pristine.Where(p => !File.Exists(FileOf(p.Name))))
                Record(pristine);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder cannot be written. Without a record, an update still works but keeps more than it needs to.
        }
    }

    /// <summary>The notebooks whose course text is newer than the learner's copy, by name.</summary>
    public IReadOnlyList<string> Outdated() =>
        [.. course.Pristine.Where(p => File.Exists(FileOf(p.Name)) && !IsCurrent(p)).Select(p => p.Name)];

    private bool IsCurrent(Notebook pristine) =>
        File.Exists(FileOf(pristine.Name)) && File.ReadAllBytes(FileOf(pristine.Name)).AsSpan().SequenceEqual(NotebookWriter.ToBytes(pristine));

    private string FileOf(string name) => Path.Combine(folder.PristineFolder, name + ".ipynb");
}
