using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace CachingLab.Answers;

/// <summary>The numbers that a method's IL loads, and the methods that it calls (ECMA-335, partition III).</summary>
internal static class IlConstants
{
    private const byte TwoBytes = 0xFE;
    private static readonly OpCode[] OneByte = new OpCode[256];
    private static readonly OpCode[] AfterPrefix = new OpCode[256];

    static IlConstants()
    {
        foreach (FieldInfo field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var code = (OpCode)field.GetValue(null)!;
            (code.Size == 1 ? OneByte : AfterPrefix)[(byte)code.Value] = code;
        }
    }

    /// <summary>The constants in order, repeated ones too.</summary>
    /// <param name="takesCounts">Whether the method of a token takes two numbers that the compiler has counted. They are left out.</param>
    public static IReadOnlyList<double> Numbers(byte[] il, Predicate<int> takesCounts)
    {
        var numbers = new List<double>();
        foreach ((OpCode code, ArraySegment<byte> operand) in Instructions(il))
        {
            if (Number(code, operand) is { } number)
                numbers.Add(number);
            else if (code.OperandType is OperandType.InlineMethod && numbers.Count > 1 && takesCounts(BinaryPrimitives.ReadInt32LittleEndian(operand)))
                numbers.RemoveRange(numbers.Count - 2, 2);
        }

        return numbers;
    }

    /// <summary>The tokens of the methods that it calls, or makes delegates of.</summary>
    public static IEnumerable<int> Methods(byte[] il) => Instructions(il)
        .Where(i => i.Code.OperandType is OperandType.InlineMethod).Select(i => BinaryPrimitives.ReadInt32LittleEndian(i.Operand));

    private static IEnumerable<(OpCode Code, ArraySegment<byte> Operand)> Instructions(ArraySegment<byte> il)
    {
        while (il.Count > 0)
        {
            bool prefixed = il[0] == TwoBytes && il.Count > 1;
            OpCode code = prefixed ? AfterPrefix[il[1]] : OneByte[il[0]];
            il = il[(prefixed ? 2 : 1)..];
            int size = OperandSize(code, il);
            if (size > il.Count)
                yield break;
            yield return (code, il);
            il = il[size..];
        }
    }

    private static int OperandSize(OpCode code, ReadOnlySpan<byte> operand) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch when operand.Length >= 4 => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(operand)),
        _ => 4,
    };

    private static double? Number(OpCode code, ReadOnlySpan<byte> operand) => code.OperandType switch
    {
        OperandType.InlineI => BinaryPrimitives.ReadInt32LittleEndian(operand),
        OperandType.InlineI8 => BinaryPrimitives.ReadInt64LittleEndian(operand),
        OperandType.InlineR => BinaryPrimitives.ReadDoubleLittleEndian(operand),
        OperandType.ShortInlineR => BinaryPrimitives.ReadSingleLittleEndian(operand),
        OperandType.ShortInlineI when code == OpCodes.Ldc_I4_S => (sbyte)operand[0],
        _ when code.Value >= OpCodes.Ldc_I4_M1.Value && code.Value <= OpCodes.Ldc_I4_8.Value && code.Size == 1 => code.Value - OpCodes.Ldc_I4_0.Value,
        _ => null,
    };
}
