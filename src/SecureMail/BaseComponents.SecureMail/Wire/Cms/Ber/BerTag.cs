namespace BaseComponents.SecureMail.Wire.Cms.Ber;

/// <summary>Identifier octets of the containers (X.690 section 8.1.2). All of them fit one octet.</summary>
internal static class BerTag
{
    public const byte EndOfContents = 0x00;
    public const byte OctetString = 0x04;
    public const byte Sequence = 0x30;
    public const byte Set = 0x31;
    public const byte Constructed = 0x20;

    /// <summary>Context-specific and constructed.</summary>
    public static byte Explicit(int number) => (byte)(0xA0 | number);

    /// <summary>Context-specific and primitive.</summary>
    public static byte Implicit(int number) => (byte)(0x80 | number);
}
