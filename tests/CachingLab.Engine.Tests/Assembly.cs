// The console and the current folder are the process's, and each kernel takes both.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
