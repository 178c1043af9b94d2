namespace BaseComponents.Payments.Transfers;

/// <summary>The checked content of a QR code, made by <see cref="EpcQrCode.Encode"/>. It fits into version 13 of the code at error level M.</summary>
public sealed class EpcQrPayload
{
    internal EpcQrPayload(string text, byte[] bytes) => (Text, Bytes) = (text, bytes);

    /// <summary>The lines. After the last one that says something, nothing follows: neither empty lines nor a line break.</summary>
    public string Text { get; }

    /// <summary>The lines in the character set of the code: what is drawn, as bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The size alone: texts may name persons.</summary>
    public override string ToString() => $"{nameof(EpcQrPayload)} {{ Bytes = {Bytes.Length} }}";
}
