namespace CachingLab.Cli.Terminal;

/// <summary>Where the learner looks.</summary>
internal interface IScreen : IDisposable
{
    /// <summary>Shows a view; the same one again costs nothing.</summary>
    void Show(LabView view);
}
