using System.Runtime.InteropServices;

namespace CachingLab.Worker.Isolation;

/// <summary>
/// A seccomp filter as a BPF program, which decides on the number and the arguments of a system call. Instructions: include/uapi/linux/bpf_common.h;
/// input: struct seccomp_data in include/uapi/linux/seccomp.h.
/// </summary>
internal sealed unsafe class BpfProgram
{
    public const uint Allow = 0x7fff0000;
    public const uint KillProcess = 0x80000000;
    private const int SetModeFilter = 1;
    private const int SyncAllThreads = 1;
    private const ushort LoadWord = 0x20, AndConstant = 0x54, JumpIfEqual = 0x15, JumpIfGreater = 0x25, Return = 0x06;
    private const uint NumberOffset = 0, ArchitectureOffset = 4, ArgumentsOffset = 16, ArgumentSize = 8;
    private readonly List<Instruction> instructions = [];

    /// <summary>Begins a filter that kills the process for a call of another architecture and refuses numbers above a highest one.</summary>
    public BpfProgram(uint architecture, uint lastNumber, uint unknown)
    {
        Add(LoadWord, ArchitectureOffset);
        Add(JumpIfEqual, architecture, whenTrue: 1);
        Add(Return, KillProcess);
        Add(LoadWord, NumberOffset);
        Add(JumpIfGreater, lastNumber, whenFalse: 1);
        Add(Return, unknown);
    }

    /// <summary>The action that makes a call fail with an error without being made; error 0 pretends success.</summary>
    public static uint Error(ushort number) => 0x00050000u | number;

    /// <summary>Decides a call by its number.</summary>
    public void Refuse(uint number, uint action)
    {
        Add(JumpIfEqual, number, whenFalse: 1);
        Add(Return, action);
    }

    /// <summary>Decides a call by one argument: listed values get one action, all others another.</summary>
    /// <param name="argument">The index of the argument. Only its lower half is compared, which is all that the kernel reads of an int.</param>
    /// <param name="listed">The action for these.</param>
    /// <param name="others">The action for all others.</param>
    public void Decide(uint number, uint argument, uint mask, IReadOnlyList<uint> values, uint listed, uint others)
    {
        Add(JumpIfEqual, number, whenFalse: (byte)(values.Count + 4));
        Add(LoadWord, ArgumentsOffset + (argument * ArgumentSize));
        Add(AndConstant, mask);
        for (int i = 0; i < values.Count; i++)
            Add(JumpIfEqual, values[i], whenTrue: (byte)(values.Count - i));
        Add(Return, others);
        Add(Return, listed);
    }

    /// <summary>Allows all other calls, and installs the filter for all threads of this process.</summary>
    public void Install(uint seccompNumber)
    {
        Add(Return, Allow);
        Libc.Checked(Libc.Prctl(Libc.SetNoNewPrivileges, 1, 0, 0, 0), "prctl");
        Instruction[] all = [.. instructions];
        fixed (Instruction* first = all)
        {
            var program = new Program { Length = (ushort)all.Length, First = first };
            nint other = Libc.Syscall((nint)seccompNumber, SetModeFilter, SyncAllThreads, (nint)(&program), 0);
            if (Libc.Checked(other, "seccomp") > 0)
                throw new InvalidOperationException($"seccomp: thread {other} cannot be put behind the filter");
        }
    }

    private void Add(ushort code, uint value, byte whenTrue = 0, byte whenFalse = 0) => instructions.Add(new(code, whenTrue, whenFalse, value));

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte WhenTrue, byte WhenFalse, uint Value);

    [StructLayout(LayoutKind.Sequential)]
    private struct Program
    {
        public ushort Length;
        public Instruction* First;
    }
}
