namespace CachingLab.Execution;

/// <summary>What a process and its descendants use at one moment.</summary>
/// <param name="MemoryBytes">Resident memory.</param>
/// <param name="CpuTime">Processor time so far.</param>
/// <param name="Processes">Their ids, with the time each started, in ticks of the kernel's own clock.</param>
internal sealed record ProcessUse(long MemoryBytes, TimeSpan CpuTime, IReadOnlyList<(int Id, long Started)> Processes);
