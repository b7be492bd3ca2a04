namespace CachingLab.Notebooks;

/// <summary>How a notebook is stored.</summary>
public enum NotebookFormat
{
    /// <summary>Jupyter's nbformat 4, <c>.ipynb</c>.</summary>
    Ipynb,

    /// <summary>Verso's own format, <c>.verso</c>.</summary>
    Verso,
}
