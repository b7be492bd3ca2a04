namespace CachingLab.Worker.Protocol;

/// <summary>What cells may take for granted.</summary>
public enum CellDialect
{
    /// <summary>What every notebook engine accepts: the course's own cells are held to it.</summary>
    Strict,

    /// <summary>What at least one engine accepts: a learner's answer that worked there is not refused here.</summary>
    Lenient,

    /// <summary>As <see cref="Lenient"/>, with the library there only after its import.</summary>
    Runner,
}
