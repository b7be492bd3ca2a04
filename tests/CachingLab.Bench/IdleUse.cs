namespace CachingLab.Bench;

/// <summary>What an idle watch uses.</summary>
/// <param name="CpuPercent">Of one processor, with the processes that wait.</param>
/// <param name="OwnMegabytes">Resident, of the lab's own process.</param>
/// <param name="CompilerMegabytes">Resident, of the compiler; on Linux with the walls around it, elsewhere without.</param>
/// <param name="ChildMegabytes">Resident, of the processes that wait; on Linux only.</param>
internal sealed record IdleUse(double CpuPercent, double OwnMegabytes, double CompilerMegabytes, double ChildMegabytes);
