using System.Buffers.Binary;

namespace CachingLab.Sandbox.Protocol;

/// <summary>A message on a stream: four bytes of length, little-endian, then what <see cref="MessageCodec"/> makes of it.</summary>
internal static class Frame
{
    public const int HeaderBytes = sizeof(int);

    public static byte[] Of(Message message, int id)
    {
        byte[] content = MessageCodec.ToBytes(message, id);
        var frame = new byte[HeaderBytes + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, content.Length);
        content.CopyTo(frame, HeaderBytes);
        return frame;
    }

    /// <summary>How much follows a header, as the sender says.</summary>
    public static int Length(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadInt32LittleEndian(header);

    /// <summary>Waits for the next message of a sender that is trusted; null at the end of the stream.</summary>
    public static Message? Read(Stream input)
    {
        var header = new byte[HeaderBytes];
        if (input.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            return null;
        var content = new byte[Length(header)];
        return input.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) < content.Length ? null : MessageCodec.Read(content);
    }
}
