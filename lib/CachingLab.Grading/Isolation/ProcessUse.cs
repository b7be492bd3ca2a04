namespace CachingLab.Grading.Isolation;

/// <summary>What a process uses at one moment.</summary>
/// <param name="MemoryBytes">Resident memory.</param>
/// <param name="CpuTime">Processor time so far.</param>
/// <param name="Threads">How many threads it has; 0 where nobody counts them.</param>
internal sealed record ProcessUse(long MemoryBytes, TimeSpan CpuTime, int Threads);
