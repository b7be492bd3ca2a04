namespace CachingLab.Cli.Terminal;

/// <summary>Shows views to the learner.</summary>
internal interface IScreen : IDisposable
{
    /// <summary>Shows a view. An unchanged view is not written again.</summary>
    void Show(LabView view);
}
