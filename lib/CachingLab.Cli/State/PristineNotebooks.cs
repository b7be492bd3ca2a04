using CachingLab.Grading;
using CachingLab.Notebooks;

namespace CachingLab.Cli.State;

/// <summary>The notebooks that the learner's copies began as, in <c>.lab/pristine/</c>: an update tells by them what the learner changed.</summary>
/// <param name="course">The course.</param>
/// <param name="folder">The lab's folder.</param>
internal sealed class PristineNotebooks(CourseFolder course, LabFolder folder)
{
    /// <summary>What a notebook began as; null when that was never recorded, or cannot be read.</summary>
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

    /// <summary>Records a notebook as what the learner's copy is based on from now on.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Record(Notebook pristine)
    {
        if (!IsCurrent(pristine))
            NotebookWriter.Write(pristine, FileOf(pristine.Name));
    }

    /// <summary>Records the course as it is for notebooks that have no record yet: the first use after they were handed out.</summary>
    public void RecordFirstUse()
    {
        try
        {
            foreach (Notebook pristine in course.Pristine.Where(p => !File.Exists(FileOf(p.Name))))
                Record(pristine);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be written: an update works without a record too, and keeps more than it must.
        }
    }

    /// <summary>The notebooks whose course text is newer than the learner's copy, by name.</summary>
    public IReadOnlyList<string> Outdated() =>
        [.. course.Pristine.Where(p => File.Exists(FileOf(p.Name)) && !IsCurrent(p)).Select(p => p.Name)];

    private bool IsCurrent(Notebook pristine) =>
        File.Exists(FileOf(pristine.Name)) && File.ReadAllBytes(FileOf(pristine.Name)).AsSpan().SequenceEqual(NotebookWriter.ToBytes(pristine));

    private string FileOf(string name) => Path.Combine(folder.PristineFolder, name + ".ipynb");
}
